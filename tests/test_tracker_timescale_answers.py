"""Answers in timescales: standing ones, lengths of time, repetitions, and dates replaced."""

from __future__ import annotations

import pytest

from tests.timescales import read

RELATIVE = (
    ("6 months", "relative 2021-10-30 month"),
    ("6 month", "relative 2021-10-30 month"),
    ("six months", "relative 2021-10-30 month"),
    ("3-6 months", "relative 2021-10-30 month"),
    ("3 - 6 months", "relative 2021-10-30 month"),
    ("3 to 6 months", "relative 2021-10-30 month"),
    ("6 -12 months", "relative 2022-04-30 month"),
    ("within 12 weeks", "relative 2021-07-23 day"),
    ("in 2 weeks", "relative 2021-05-14 day"),
    ("2 weeks", "relative 2021-05-14 day"),
    ("90 days", "relative 2021-07-29 day"),
    ("2 years", "relative 2023-04-30 year"),
    ("1 year", "relative 2022-04-30 year"),
    ("one year", "relative 2022-04-30 year"),
    ("eighteen months", "relative 2022-10-30 month"),
    ("18 months - 2 years", "relative 2023-04-30 year"),
    ("3 - 5 years", "relative 2026-04-30 year"),
    ("within the next 6 months", "relative 2021-10-30 month"),
    ("next 6 months", "relative 2021-10-30 month"),
    ("up to 6 months", "relative 2021-10-30 month"),
    ("Over the next 12 months", "relative 2022-04-30 month"),
    ("Short term (6 months)", "relative 2021-10-30 month"),
    ("Medium term (6-12 months)", "relative 2022-04-30 month"),
    ("6 months (in time for the budget of 2022/23)", "relative 2021-10-30 month"),
    ("12 weeks from 1 April 2021", "date 2021-06-24 day"),
    ("within 6 months of 1 April 2021", "date 2021-10-01 day"),
    ("To be reviewed in 6 months", "relative 2021-10-30 month review=2021-10-30"),
    ("Ongoing - 6 months", "relative 2021-10-30 month status=in progress"),
    ("12-18 months", "relative 2022-10-30 month"),
    ("12 - 18 mths", "relative 2022-10-30 month"),
    ("c. 6 months", "relative 2021-10-30 month"),
    ("approx 6 months", "relative 2021-10-30 month"),
    ("Within 1 year", "relative 2022-04-30 year"),
    ("0-6 months", "relative 2021-10-30 month"),
    ("0-12 months", "relative 2022-04-30 month"),
    ("6 mths", "relative 2021-10-30 month"),
    ("12mths", "relative 2022-04-30 month"),
    ("1-2 yrs", "relative 2023-04-30 year"),
    ("2yrs", "relative 2023-04-30 year"),
)
REPEATING = (
    ("Annually", "recurring rule=FREQ=YEARLY"),
    ("annual", "recurring rule=FREQ=YEARLY"),
    ("Annual review", "recurring rule=FREQ=YEARLY"),
    ("Reviewed annually", "recurring rule=FREQ=YEARLY"),
    ("yearly", "recurring rule=FREQ=YEARLY"),
    ("each year", "recurring rule=FREQ=YEARLY"),
    ("once a year", "recurring rule=FREQ=YEARLY"),
    ("monthly", "recurring rule=FREQ=MONTHLY"),
    ("Quarterly", "recurring rule=FREQ=MONTHLY;INTERVAL=3"),
    ("every quarter", "recurring rule=FREQ=MONTHLY;INTERVAL=3"),
    ("every 6 months", "recurring rule=FREQ=MONTHLY;INTERVAL=6"),
    ("every two years", "recurring rule=FREQ=YEARLY;INTERVAL=2"),
    ("six-monthly", "recurring rule=FREQ=MONTHLY;INTERVAL=6"),
    ("fortnightly", "recurring rule=FREQ=WEEKLY;INTERVAL=2"),
    ("every other year", "recurring rule=FREQ=YEARLY;INTERVAL=2"),
    ("biennial", "recurring rule=FREQ=YEARLY;INTERVAL=2"),
    ("every 4 weeks", "recurring rule=FREQ=WEEKLY;INTERVAL=4"),
    ("twice a year", "recurring"),
    ("Quarterly reports to IJB", "recurring rule=FREQ=MONTHLY;INTERVAL=3"),
    (
        "each year by end March",
        "recurring 2022-03-31 month rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1",
    ),
    (
        "by end of March each year",
        "recurring 2022-03-31 month rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1",
    ),
    ("31 March each year", "recurring 2022-03-31 day rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"),
    ("by 30 June annually", "recurring 2021-06-30 day rule=FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30"),
    ("Annual - March", "recurring 2022-03-31 month rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"),
    ("annually in March", "recurring 2022-03-31 month rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"),
    ("each March", "recurring 2022-03-31 month rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"),
    (
        "March and September each year",
        "recurring 2021-09-30 month rule=FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1",
    ),
    (
        "every June and December",
        "recurring 2021-06-30 month rule=FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
    ),
    (
        "By 1st April 2019 and thereafter each year by end March",
        "recurring 2019-04-01 day rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1",
    ),
    (
        "By end of March 2019 and thereafter each year by end March",
        "recurring 2019-03-31 month rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1",
    ),
    ("March 2022 and annually thereafter", "recurring 2022-03-31 month rule=FREQ=YEARLY"),
    ("Annually, next due March 2022", "recurring 2022-03-31 month rule=FREQ=YEARLY"),
    ("Annually from April 2021", "recurring start=2021-04-01 rule=FREQ=YEARLY"),
    ("Every 3 months from June 2021", "recurring start=2021-06-01 rule=FREQ=MONTHLY;INTERVAL=3"),
    ("Quarterly, starting June 2021", "recurring start=2021-06-01 rule=FREQ=MONTHLY;INTERVAL=3"),
    ("Monthly until March 2022", "recurring 2022-03-31 month rule=FREQ=MONTHLY;UNTIL=20220331"),
    ("Annual review March 2022", "review 2022-03-31 month review=2022-03-31 rule=FREQ=YEARLY"),
    ("Annual Performance Report July 2021", "date 2021-07-31 month"),
    ("3 times a year", "recurring"),
    ("6 monthly", "recurring rule=FREQ=MONTHLY;INTERVAL=6"),
    ("6-monthly reviews", "recurring rule=FREQ=MONTHLY;INTERVAL=6"),
    ("4 yearly", "recurring rule=FREQ=YEARLY;INTERVAL=4"),
    (
        "Annual review each March",
        "recurring 2022-03-31 month rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1",
    ),
    (
        "Annual, by end of June",
        "recurring 2021-06-30 month rule=FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1",
    ),
    ("Yearly in April", "recurring 2021-04-30 month rule=FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-1"),
    ("Every April", "recurring 2021-04-30 month rule=FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-1"),
    ("every year in June", "recurring 2021-06-30 month rule=FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1"),
    ("End of each financial year", "recurring rule=FREQ=YEARLY"),
    ("end of each quarter", "recurring rule=FREQ=MONTHLY;INTERVAL=3"),
    ("1st April each year", "recurring 2022-04-01 day rule=FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1"),
    (
        "By the 31st of March every year",
        "recurring 2022-03-31 day rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31",
    ),
    (
        "Each September from 2021",
        "recurring 2021-09-30 month start=2021-01-01 rule=FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1",
    ),
    (
        "Monthly from April 2021 to March 2022",
        "recurring 2022-03-31 month start=2021-04-01 rule=FREQ=MONTHLY;UNTIL=20220331",
    ),
    (
        "Quarterly throughout 2021/22",
        "recurring 2022-03-31 financial-year rule=FREQ=MONTHLY;INTERVAL=3",
    ),
    ("Quarterly during 2021", "recurring 2021-12-31 year rule=FREQ=MONTHLY;INTERVAL=3"),
    ("weekly until June 2021", "recurring 2021-06-30 month rule=FREQ=WEEKLY;UNTIL=20210630"),
    ("Every 6 weeks", "recurring rule=FREQ=WEEKLY;INTERVAL=6"),
    ("every six weeks from 1 June 2021", "recurring start=2021-06-01 rule=FREQ=WEEKLY;INTERVAL=6"),
    ("June 2021; then quarterly", "recurring 2021-06-30 month rule=FREQ=MONTHLY;INTERVAL=3"),
    ("To be reviewed annually", "recurring rule=FREQ=YEARLY"),
    (
        "To be reviewed annually in March",
        "recurring 2022-03-31 month rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1",
    ),
    ("Reviewed at each meeting", "recurring"),
    ("6 weekly meetings", "recurring rule=FREQ=WEEKLY;INTERVAL=6"),
    ("Commencing 2022 and annually thereafter", "recurring start=2022-01-01 rule=FREQ=YEARLY"),
)
STARTING = (
    ("From 31st March 2019 onwards", "starts-from start=2019-03-31"),
    ("from April 2021", "starts-from start=2021-04-01"),
    ("April 2021 onwards", "starts-from start=2021-04-01"),
    ("2021/22 onwards", "starts-from start=2021-04-01"),
    ("starting April 2021", "starts-from start=2021-04-01"),
    ("Start: June 2021", "starts-from start=2021-06-01"),
    ("commencing June 2021", "starts-from start=2021-06-01"),
    ("To commence as part of 2021/22 reporting", "starts-from start=2021-04-01"),
    ("to start in June 2021", "starts-from start=2021-06-01"),
    ("To commence Q2 2021/22", "starts-from start=2021-07-01"),
    ("with effect from 1 April 2021", "starts-from start=2021-04-01"),
    ("Commenced Q2 2021/22", "unclear"),
    ("Started April 2021", "starts-from start=2021-04-01 status=in progress"),
    ("Since April 2020", "starts-from start=2020-04-01 status=in progress"),
    ("From the start of 2022/23", "starts-from start=2022-04-01"),
    (
        "Started April 2021, to complete by June 2022",
        "date 2022-06-30 month start=2021-04-01 status=in progress",
    ),
    ("April 2021 start", "starts-from start=2021-04-01"),
    ("Live from April 2021", "starts-from start=2021-04-01"),
    ("Operational from 1 April 2021", "starts-from start=2021-04-01"),
    ("Starting from Q1 2022/23", "starts-from start=2022-04-01"),
    ("from 21/22", "starts-from start=2021-04-01"),
)
REVIEWS = (
    ("Next review required no later than March 2022", "review 2022-03-31 month review=2022-03-31"),
    ("review in March 2022", "review 2022-03-31 month review=2022-03-31"),
    ("Review March 2022", "review 2022-03-31 month review=2022-03-31"),
    ("Review due Summer 2022", "review 2022-08-31 season review=2022-08-31"),
    ("To be reviewed by March 2022", "review 2022-03-31 month review=2022-03-31"),
    ("Next review: March 2022", "review 2022-03-31 month review=2022-03-31"),
    (
        "Last reviewed March 2021; next review March 2022",
        "review 2022-03-31 month review=2022-03-31",
    ),
    ("Reviewed March 2021. Next March 2022", "review 2022-03-31 month review=2022-03-31"),
    ("Reviewed by March 2022", "review 2022-03-31 month review=2022-03-31"),
    ("Completed. Review June 2022", "review 2022-06-30 month review=2022-06-30 status=complete"),
    ("Review date: March 2022", "review 2022-03-31 month review=2022-03-31"),
    (
        "Review September 2021 and March 2022",
        "review 2022-03-31 month review=2021-09-30 | Review 2021-09-30 | Review 2022-03-31",
    ),
    (
        "Reviewed in March 2021, next review due March 2023",
        "review 2023-03-31 month review=2023-03-31",
    ),
    (
        "Annual review - next due March 2022",
        "review 2022-03-31 month review=2022-03-31 rule=FREQ=YEARLY",
    ),
)
REPLACED = (
    ("was June 2021, now October 2022", "date 2022-10-31 month former=2021-06-30"),
    ("Was June 2021 now October 2022", "date 2022-10-31 month former=2021-06-30"),
    ("October 2022 (June 2021)", "date 2022-10-31 month former=2021-06-30"),
    ("October 2022 (was June 2021)", "date 2022-10-31 month former=2021-06-30"),
    ("October 2022 (previously June 2021)", "date 2022-10-31 month former=2021-06-30"),
    ("October 2022 [June 2021]", "date 2022-10-31 month former=2021-06-30"),
    ("Sept 2022 (from July 2021)", "date 2022-09-30 month former=2021-07-31"),
    ("revised from June 2021 to March 2022", "date 2022-03-31 month former=2021-06-30"),
    ("moved from June 2021 to March 2022", "date 2022-03-31 month former=2021-06-30"),
    ("June 2021 – slipped to September 2021", "date 2021-09-30 month former=2021-06-30"),
    ("June 2021 revised to September 2021", "date 2021-09-30 month former=2021-06-30"),
    ("June 2021, revised 30.11.22", "date 2022-11-30 day former=2021-06-30"),
    ("June 2021\nRevised – Spring 2023", "date 2023-05-31 season former=2021-06-30"),
    ("June 2021\nRevised date: June 2022", "date 2022-06-30 month former=2021-06-30"),
    (
        "June 2021\nExtended to August 2022 because of the elections",
        "date 2022-08-31 month former=2021-06-30",
    ),
    ("June 2021 -> March 2022", "date 2022-03-31 month former=2021-06-30"),
    ("Originally June 2021, now March 2022", "date 2022-03-31 month former=2021-06-30"),
    (
        "Original timescale December 2021. Revised timescale March 2022.",
        "date 2022-03-31 month former=2021-12-31",
    ),
    (
        "Original date:\nDecember 2021\nRevised date:\nMarch 2022",
        "date 2022-03-31 month former=2021-12-31",
    ),
    ("delayed to March 2022", "date 2022-03-31 month"),
    ("extended to 30/09/2022", "date 2022-09-30 day"),
    ("March 2022 (extended from December 2021)", "date 2022-03-31 month former=2021-12-31"),
    ("Revised date: May 2022", "date 2022-05-31 month"),
    ("March 2022 (revised)", "date 2022-03-31 month"),
    (
        "June 2021 (was March 2021, originally December 2020)",
        "date 2021-06-30 month former=2021-03-31",
    ),
    (
        "December 2021, revised to March 2022, revised to June 2022",
        "date 2022-06-30 month former=2022-03-31",
    ),
    ("October 2022 (June 2021, March 2022)", "date 2022-10-31 month former=2022-03-31"),
    (
        "Was June 2021, now October 2022 and March 2023",
        (
            "date 2023-03-31 month former=2021-06-30"
            " | October 2022 2022-10-31"
            " | March 2023 2023-03-31"
        ),
    ),
    ("Was June 2021, now TBC", "to-be-agreed former=2021-06-30"),
    ("July/August 2021, now June 2022", "date 2022-06-30 month former=2021-08-31"),
    ("31 March 2022 (Q4 2021/22)", "date 2022-03-31 day"),
    ("Q4 2021/22 (31 March 2022)", "date 2022-03-31 quarter"),
    (
        "June 2021, revised to September 2021, complete",
        "date 2021-09-30 month former=2021-06-30 status=complete",
    ),
    ("(Original: June 2021) Revised: March 2022", "date 2022-03-31 month former=2021-06-30"),
    ("Original June 2021 Revised March 2022", "date 2022-03-31 month former=2021-06-30"),
    ("June 2021 (original) March 2022 (revised)", "date 2022-03-31 month former=2021-06-30"),
    ("March 2022 [was: Dec 2021; Sept 2021]", "date 2022-03-31 month former=2021-12-31"),
    ("Now March 2022 (from December 2021)", "date 2022-03-31 month former=2021-12-31"),
    ("changed to March 2022 from December 2021", "date 2022-03-31 month former=2021-12-31"),
    ("Extended from December 2021 to March 2022", "date 2022-03-31 month former=2021-12-31"),
    ("Revised date to be agreed (was June 2021)", "to-be-agreed former=2021-06-30"),
    ("New date: March 2022 Old date: June 2021", "date 2022-03-31 month former=2021-06-30"),
    ("March 2022 replaces June 2021", "date 2022-03-31 month former=2021-06-30"),
    ("March 2022, previously June 2021", "date 2022-03-31 month former=2021-06-30"),
    ("March 2022 previously planned for June 2021", "date 2022-03-31 month former=2021-06-30"),
    ("June 2021 moved back to March 2022", "date 2022-03-31 month former=2021-06-30"),
    ("Brought forward to May 2021 (was Sept 2021)", "date 2021-05-31 month former=2021-09-30"),
    ("30 Jun 21 > 31 Mar 22", "date 2022-03-31 day former=2021-06-30"),
    (
        "December 2021 delayed due to Covid, now March 2022",
        "date 2022-03-31 month former=2021-12-31",
    ),
    (
        "March 2022 as part of budget, now 2022/23",
        "date 2023-03-31 financial-year former=2022-03-31",
    ),
    ("Jan-22 (revised from Oct-21)", "date 2022-01-31 month former=2021-10-31"),
    ("June 2021. Update: slipped to Sept 2021", "date 2021-09-30 month former=2021-06-30"),
)
STANDING = (
    ("In place", "in-place status=in place"),
    ("IN PLACE.", "in-place status=in place"),
    ("All in place", "in-place status=in place"),
    ("Already in place", "in-place status=in place"),
    ("now in place", "in-place status=in place"),
    ("In place and ongoing", "ongoing status=ongoing"),
    ("In place\nOngoing", "ongoing status=ongoing"),
    ("In place / ongoing", "ongoing status=ongoing"),
    ("In Place – to be kept under regular review", "in-place status=in place"),
    ("In place and under review", "in-place status=in place"),
    ("In place March 2022", "in-place 2022-03-31 month review=2022-03-31 status=in place"),
    (
        "In place. Next review June 2022",
        "in-place 2022-06-30 month review=2022-06-30 status=in place",
    ),
    (
        "In place\nReview required by October 2021 and report to MIJB November 2021",
        (
            "in-place 2021-11-30 month review=2021-10-31 status=in place"
            " | Review required 2021-10-31"
            " | Report to MIJB 2021-11-30"
        ),
    ),
    ("March 2020 In place", "date 2020-03-31 month status=in progress"),
    ("March 2020\nIn place", "date 2020-03-31 month status=in progress"),
    ("In place since 2019", "in-place start=2019-01-01 status=in place"),
    ("In place - reviewed annually", "in-place rule=FREQ=YEARLY status=in place"),
    (
        "In place, annual review in March",
        "in-place rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1 status=in place",
    ),
    ("Ongoing", "ongoing status=ongoing"),
    ("On-going", "ongoing status=ongoing"),
    ("ongoing live work", "ongoing status=ongoing"),
    ("Continuous", "ongoing status=ongoing"),
    ("Rolling programme", "ongoing status=ongoing"),
    ("Business as usual", "in-place status=in place"),
    ("Ongoing engagement with partners", "ongoing status=ongoing"),
    ("Ongoing - review March 2022", "ongoing 2022-03-31 month review=2022-03-31 status=ongoing"),
    ("Ongoing, June 2022", "date 2022-06-30 month status=in progress"),
    ("Ongoing to March 2022", "date 2022-03-31 month status=in progress"),
    ("Ongoing until March 2022", "date 2022-03-31 month status=in progress"),
    ("Ongoing since April 2020", "ongoing start=2020-04-01 status=ongoing"),
    ("Ongoing - quarterly", "ongoing rule=FREQ=MONTHLY;INTERVAL=3 status=ongoing"),
    ("June 2021 and ongoing", "date 2021-06-30 month status=in progress"),
    ("Complete", "none status=complete"),
    ("Completed", "none status=complete"),
    ("Done", "none status=complete"),
    ("Closed", "none status=complete"),
    ("100% complete", "none status=complete"),
    ("Completed March 2021", "none status=complete done=2021-03-31"),
    ("Complete - March 2021", "none status=complete done=2021-03-31"),
    ("Complete (28/02/2021)", "none status=complete done=2021-02-28"),
    (
        "Complete – September 2020 (July 2020)",
        "none former=2020-07-31 status=complete done=2020-09-30",
    ),
    ("June 2021 - complete", "date 2021-06-30 month status=complete"),
    ("Completed by March 2022", "date 2022-03-31 month"),
    ("Phase 1 complete, phase 2 March 2022", "date 2022-03-31 month status=in progress"),
    ("Complete. Next phase March 2022", "date 2022-03-31 month status=in progress"),
    ("was June 2021, now complete", "none former=2021-06-30 status=complete"),
    ("In progress", "none status=in progress"),
    ("Underway - June 2022", "date 2022-06-30 month status=in progress"),
    ("Not started", "none status=not started"),
    ("Not yet started; June 2022", "date 2022-06-30 month status=not started"),
    ("On hold", "none status=on hold"),
    ("Withdrawn", "none status=withdrawn"),
    ("No longer required", "none status=withdrawn"),
    ("Superseded by the new plan", "none status=superseded"),
    ("To be agreed", "to-be-agreed"),
    ("to be confirmed", "to-be-agreed"),
    ("TBC", "to-be-agreed"),
    ("tba", "to-be-agreed"),
    ("T.B.C.", "to-be-agreed"),
    ("to be determined", "to-be-agreed"),
    ("Date to be agreed with partners", "to-be-agreed"),
    ("Not yet agreed", "to-be-agreed"),
    ("TBA following review", "to-be-agreed"),
    ("n/a", "none"),
    ("N/A", "none"),
    ("NA", "none"),
    ("not applicable", "none"),
    ("-", "none"),
    ("–", "none"),
    ("--", "none"),
    ("...", "none"),
    ("None", "none"),
    ("N/A - complete", "none status=complete"),
    ("", "none"),
    ("  ", "none"),
    ("\n", "none"),
    ("to be arranged", "to-be-agreed"),
    ("By June 2021 - complete", "date 2021-06-30 month status=complete"),
    ("June 2021 COMPLETE", "date 2021-06-30 month status=complete"),
    ("Complete: 30/04/2021", "none status=complete done=2021-04-30"),
    ("Completed on 12/03/21", "none status=complete done=2021-03-12"),
    ("Completed - reviewed annually", "none rule=FREQ=YEARLY status=complete"),
    ("Part 1 complete; part 2 by June 2022", "date 2022-06-30 month status=in progress"),
    ("Action closed", "none status=complete"),
    (
        "In place. Further work by March 2022",
        "in-place 2022-03-31 month review=2022-03-31 status=in place",
    ),
    (
        "In place with review by March 2022",
        "in-place 2022-03-31 month review=2022-03-31 status=in place",
    ),
    ("In place from 1 April 2021", "in-place start=2021-04-01 status=in place"),
    ("Not applicable - national action", "none"),
    ("N/A (national)", "none"),
    ("Ongoing throughout 2021/22", "date 2022-03-31 financial-year status=in progress"),
    ("Ongoing during 2021", "date 2021-12-31 year status=in progress"),
    ("Ongoing – next update June 2021", "date 2021-06-30 month status=in progress"),
    (
        "Ongoing, with annual report in September",
        "ongoing rule=FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1 status=ongoing",
    ),
    ("Ongoing; first report September 2021", "date 2021-09-30 month status=in progress"),
    ("Ongoing with a view to completing by March 2022", "date 2022-03-31 month status=in progress"),
    ("Continuing to March 2022", "date 2022-03-31 month status=in progress"),
    ("Continuous improvement", "ongoing status=ongoing"),
    ("Continuous - quarterly reporting", "ongoing rule=FREQ=MONTHLY;INTERVAL=3 status=ongoing"),
    (
        "Ongoing work to be complete by end of March 2022",
        "date 2022-03-31 month status=in progress",
    ),
    ("Paused due to pandemic", "none status=on hold"),
    ("Immediate and ongoing", "ongoing status=ongoing"),
    ("June 2021 achieved", "date 2021-06-30 month status=complete"),
    ("Achieved June 2020", "none status=complete done=2020-06-30"),
    ("No date", "none"),
    ("March 2022 now complete", "date 2022-03-31 month status=complete"),
    ("Revised timescale TBC", "to-be-agreed"),
    ("Timescale: In place", "in-place status=in place"),
    ("Status: complete", "none status=complete"),
    (
        "In place for 2021/22",
        "in-place 2022-03-31 financial-year review=2022-03-31 status=in place",
    ),
    ("Ongoing: quarterly reports; final March 2022", "date 2022-03-31 month status=in progress"),
    ("TBD by IJB", "to-be-agreed"),
    ("Completed. ", "none status=complete"),
    ("COMPLETE - June 2020", "none status=complete done=2020-06-30"),
    ("Completed late June 2020", "none status=complete done=2020-06-30"),
    (
        "On-going - annual review - March",
        "ongoing rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1 status=ongoing",
    ),
    ("Ongoing/March 2022", "date 2022-03-31 month status=in progress"),
    ("Ongoing | March 2022", "date 2022-03-31 month status=in progress"),
    (
        "ongoing (review in Summer 2021)",
        "ongoing 2021-08-31 season review=2021-08-31 status=ongoing",
    ),
    ("Ongoing to be reviewed 2022", "ongoing 2022-12-31 year review=2022-12-31 status=ongoing"),
    (
        "in place to be reviewed March 2022",
        "in-place 2022-03-31 month review=2022-03-31 status=in place",
    ),
    (
        "In place. To be reviewed by 31/03/2022",
        "in-place 2022-03-31 day review=2022-03-31 status=in place",
    ),
    ("In place - last reviewed Jan 2021", "in-place status=in place"),
    ("In place (reviewed January 2021)", "in-place status=in place"),
    (
        "In place. Annual review due June each year",
        "in-place rule=FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1 status=in place",
    ),
    ("Embedded", "in-place status=in place"),
    ("2021/22 and ongoing", "date 2022-03-31 financial-year status=in progress"),
)


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_lengths_of_time(text: str, expected: str) -> None:
    """A length of time counts from the as-at date; of two the longer holds."""
    assert expected == read(text)


@pytest.mark.parametrize(("text", "expected"), REPEATING)
def test_repetitions(text: str, expected: str) -> None:
    """A repetition has a rule, and a date where the words name a day of the year."""
    assert expected == read(text)


@pytest.mark.parametrize(("text", "expected"), STARTING)
def test_starts(text: str, expected: str) -> None:
    """A start is no due date."""
    assert expected == read(text)


@pytest.mark.parametrize(("text", "expected"), REVIEWS)
def test_reviews(text: str, expected: str) -> None:
    """A review that is to come is dated; one that is past is not."""
    assert expected == read(text)


@pytest.mark.parametrize(("text", "expected"), REPLACED)
def test_replaced_dates(text: str, expected: str) -> None:
    """The new date is due, and the one that it replaces is no milestone."""
    assert expected == read(text)


@pytest.mark.parametrize(("text", "expected"), STANDING)
def test_standing_answers(text: str, expected: str) -> None:
    """An answer before a date is another thing than one behind it."""
    assert expected == read(text)
