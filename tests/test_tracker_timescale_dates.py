"""Dates in timescales: every way of printing one, and the last day that it gives."""

from __future__ import annotations

import pytest

from tests.timescales import read

DAYS = (
    ("1 April 2021", "date 2021-04-01 day"),
    ("1st April 2021", "date 2021-04-01 day"),
    ("1st of April 2021", "date 2021-04-01 day"),
    ("the 1st of April 2021", "date 2021-04-01 day"),
    ("01 April 2021", "date 2021-04-01 day"),
    ("1 Apr 2021", "date 2021-04-01 day"),
    ("1 Apr. 2021", "date 2021-04-01 day"),
    ("1-Apr-2021", "date 2021-04-01 day"),
    ("1-Apr-21", "date 2021-04-01 day"),
    ("1 April 21", "date 2021-04-01 day"),
    ("1 April '21", "date 2021-04-01 day"),
    ("1 April, 2021", "date 2021-04-01 day"),
    ("1April2021", "date 2021-04-01 day"),
    ("April 1, 2021", "date 2021-04-01 day"),
    ("April 1st 2021", "date 2021-04-01 day"),
    ("30/06/2021", "date 2021-06-30 day"),
    ("30/6/21", "date 2021-06-30 day"),
    ("30.06.2021", "date 2021-06-30 day"),
    ("30.6.21", "date 2021-06-30 day"),
    ("30-06-2021", "date 2021-06-30 day"),
    ("30 / 06 / 2021", "date 2021-06-30 day"),
    ("03/04/2022", "date 2022-04-03 day"),
    ("12/11/2021", "date 2021-11-12 day"),
    ("2021-06-30", "date 2021-06-30 day"),
    ("2021/06/30", "date 2021-06-30 day"),
    ("2021-06-30 00:00:00", "date 2021-06-30 day"),
    ("2021-06-30T00:00:00", "date 2021-06-30 day"),
    ("30/06/2021 00:00", "date 2021-06-30 day"),
    ("Fri 1 Oct 2021", "date 2021-10-01 day"),
    ("Friday, 1st October 2021", "date 2021-10-01 day"),
    ("Friday the 1st of October 2021", "date 2021-10-01 day"),
    ("29 February 2024", "date 2024-02-29 day"),
    ("by 30 June 2021", "date 2021-06-30 day"),
    ("no later than the 30th of June 2021", "date 2021-06-30 day"),
    ("due 30 June 2021", "date 2021-06-30 day"),
    ("Due: 30/06/2021", "date 2021-06-30 day"),
    ("on 30 June 2021", "date 2021-06-30 day"),
    ("w/e 10 June 2022", "date 2022-06-10 day"),
    ("week ending 10 June 2022", "date 2022-06-10 day"),
    ("w/c 6 June 2022", "date 2022-06-12 day"),
    ("week commencing 6 June 2022", "date 2022-06-12 day"),
    ("week beginning 06/06/2022", "date 2022-06-12 day"),
    ("before 1 April 2021", "date 2021-03-31 day"),
    ("prior to 1 April 2021", "date 2021-03-31 day"),
    ("Meeting 3 June 2021", "date 2021-06-03 day"),
    ("1.1 June 2021", "date 2021-06-30 month"),
    ("year ended 31 March 2022", "date 2022-03-31 day"),
    ("FYE 31 March 2022", "date 2022-03-31 day"),
    ("Year-end 31/03/2022", "date 2022-03-31 day"),
    ("By IJB meeting on 24 June 2021", "date 2021-06-24 day"),
    ("IJB 24/06/21", "date 2021-06-24 day"),
    ("MIJB - 24 June 2021", "date 2021-06-24 day"),
    ("30 June 2021 at 10am", "date 2021-06-30 day"),
    ("10am on 30 June 2021", "date 2021-06-30 day"),
    ("Wednesday 30 June 2021", "date 2021-06-30 day"),
    ("Wed 30/06/2021", "date 2021-06-30 day"),
    ("by Friday 30 July 2021", "date 2021-07-30 day"),
    ("w/c Monday 7 June 2021", "date 2021-06-13 day"),
    ("w/c 07.06.21", "date 2021-06-13 day"),
    ("week of 7 June 2021", "date 2021-06-13 day"),
    ("within 2 weeks of 1 June 2021", "date 2021-06-15 day"),
    ("2 weeks after 1 June 2021", "date 2021-06-15 day"),
    ("June 2021 / 30 June 2021", "date 2021-06-30 day"),
    ("30 June 2021 (Wednesday)", "date 2021-06-30 day"),
    ("30 June 2021 (Weds)", "date 2021-06-30 day"),
    ("Friday 2 July 2021", "date 2021-07-02 day"),
    ("March 22 2022", "date 2022-03-22 day"),
    ("31 March 2021 (year end)", "date 2021-03-31 day"),
    ("on or before 30 June 2021", "date 2021-06-30 day"),
    ("on or by 30 June 2021", "date 2021-06-30 day"),
    ("not later than 30 June 2021", "date 2021-06-30 day"),
    ("at latest 30/06/21", "date 2021-06-30 day"),
    ("latest date 30/06/21", "date 2021-06-30 day"),
    ("Year to 31 March 2022", "date 2022-03-31 day"),
    ("for year end 31/3/22", "date 2022-03-31 day"),
)
MONTHS = (
    ("June 2021", "date 2021-06-30 month"),
    ("june 2021", "date 2021-06-30 month"),
    ("JUNE 2021", "date 2021-06-30 month"),
    ("Jun 2021", "date 2021-06-30 month"),
    ("Jun-21", "date 2021-06-30 month"),
    ("Jun 21", "date 2021-06-30 month"),
    ("Sept '21", "date 2021-09-30 month"),
    ("Sept 21", "date 2021-09-30 month"),
    ("Sept. 2021", "date 2021-09-30 month"),
    ("September 21", "date 2021-09-30 month"),
    ("September ’21", "date 2021-09-30 month"),
    ("Mar-22", "date 2022-03-31 month"),
    ("March-2022", "date 2022-03-31 month"),
    ("Mar/22", "date 2022-03-31 month"),
    ("May 2021", "date 2021-05-31 month"),
    ("06/2021", "date 2021-06-30 month"),
    ("6/2021", "date 2021-06-30 month"),
    ("06-2021", "date 2021-06-30 month"),
    ("06.2021", "date 2021-06-30 month"),
    ("2021-06", "date 2021-06-30 month"),
    ("by June 2021", "date 2021-06-30 month"),
    ("By end June 2021", "date 2021-06-30 month"),
    ("by the end of June 2021", "date 2021-06-30 month"),
    ("end of June 2021", "date 2021-06-30 month"),
    ("End-June 2021", "date 2021-06-30 month"),
    ("in June 2021", "date 2021-06-30 month"),
    ("during June 2021", "date 2021-06-30 month"),
    ("within June 2021", "date 2021-06-30 month"),
    ("late June 2021", "date 2021-06-30 month"),
    ("mid June 2021", "date 2021-06-15 month"),
    ("mid-June 2021", "date 2021-06-15 month"),
    ("middle of June 2021", "date 2021-06-15 month"),
    ("by mid June 2021", "date 2021-06-15 month"),
    ("before June 2021", "date 2021-05-31 month"),
    ("before the end of June 2021", "date 2021-06-30 month"),
    ("prior to June 2021", "date 2021-05-31 month"),
    ("no later than June 2021", "date 2021-06-30 month"),
    ("not later than June 2021", "date 2021-06-30 month"),
    ("June 2021 at the latest", "date 2021-06-30 month"),
    ("target: June 2021", "date 2021-06-30 month"),
    ("Target date June 2021", "date 2021-06-30 month"),
    ("Completion June 2021", "date 2021-06-30 month"),
    ("To be completed by June 2021", "date 2021-06-30 month"),
    ("Complete by June 2021", "date 2021-06-30 month"),
    ("Expected June 2021", "date 2021-06-30 month"),
    ("approx. June 2021", "date 2021-06-30 month"),
    ("c. June 2021", "date 2021-06-30 month"),
    ("June, 2021", "date 2021-06-30 month"),
    ("June of 2021", "date 2021-06-30 month"),
    ("February 2022", "date 2022-02-28 month"),
    ("February 2024", "date 2024-02-29 month"),
    ("Jun21", "date 2021-06-30 month"),
    ("Strategy to be launched June 2021", "date 2021-06-30 month"),
    ("Group to be established by June 2021", "date 2021-06-30 month"),
    ("All in place by June 2021", "date 2021-06-30 month"),
    ("On track for June 2021", "date 2021-06-30 month"),
    ("On target - June 2021", "date 2021-06-30 month"),
    ("June 2021 (on track)", "date 2021-06-30 month"),
    ("June 2021 - on target", "date 2021-06-30 month"),
    ("June 2021 (amber)", "date 2021-06-30 month"),
    ("Slipped - now September 2021", "date 2021-09-30 month"),
    ("Slippage to September 2021 due to Covid", "date 2021-09-30 month"),
    ("Delayed due to Covid, now expected September 2021", "date 2021-09-30 month"),
    ("Apr 2021/Mar 2022", "date 2022-03-31 month"),
    ("Financial year end March 2022", "date 2022-03-31 month"),
    ("year end March 2022", "date 2022-03-31 month"),
    ("end March 22", "date 2022-03-31 month"),
    ("End Mar 2022", "date 2022-03-31 month"),
    ("end-Mar 22", "date 2022-03-31 month"),
    ("IJB (June 2021)", "date 2021-06-30 month"),
    ("June/December 2021", "date 2021-12-31 month"),
    ("June 21/December 21", "date 2021-12-31 month"),
    ("June 2021 *", "date 2021-06-30 month"),
    ("June '2021", "date 2021-06-30 month"),
    ("as soon as possible, by June 2021", "date 2021-06-30 month"),
    ("asap and by June 2021", "date 2021-06-30 month"),
    ("Immediate start, complete June 2021", "date 2021-06-30 month"),
    ("Short term: June 2021", "date 2021-06-30 month"),
    ("short-term (by June 2021)", "date 2021-06-30 month"),
    ("June 2021 (subject to SG guidance)", "date 2021-06-30 month"),
    ("June 2021 June 2021", "date 2021-06-30 month"),
    ("June 2021 and June 2021", "date 2021-06-30 month"),
    ("now March 2022", "date 2022-03-31 month"),
    ("Due to be complete June 2020", "date 2020-06-30 month"),
    ("Due to be completed June 2020", "date 2020-06-30 month"),
    ("Will all be complete June 2020", "date 2020-06-30 month"),
    ("be complete by June 2021", "date 2021-06-30 month"),
    ("Target: in place June 2021", "date 2021-06-30 month"),
    ("June 2021 to align with 2022/23 budget", "date 2021-06-30 month"),
    ("end May/June 2021", "date 2021-06-30 month"),
    ("no later than June/July 2021", "date 2021-07-31 month"),
    ("Chief Officer March 2022", "date 2022-03-31 month"),
    ("Oct/Nov/Dec 2021", "date 2021-12-31 month"),
    ("The plan will be approved by the IJB in June 2021", "date 2021-06-30 month"),
    ("Year 1 – by March 2022", "date 2022-03-31 month"),
    ("by or before June 2021", "date 2021-06-30 month"),
    ("around end of June 2021", "date 2021-06-30 month"),
    ("close of June 2021", "date 2021-06-30 month"),
    ("c June 21", "date 2021-06-30 month"),
    ("June 21 (approx)", "date 2021-06-30 month"),
    ("June 21 (est.)", "date 2021-06-30 month"),
    ("est June 2021", "date 2021-06-30 month"),
    ("Est. June 2021", "date 2021-06-30 month"),
    ("ETA June 2021", "date 2021-06-30 month"),
    ("Anticipated: June 2021", "date 2021-06-30 month"),
    ("Proposed June 2021", "date 2021-06-30 month"),
    ("Quarter ending June 2021", "date 2021-06-30 month"),
    ("Quarter to June 2021", "date 2021-06-30 month"),
    ("In time for April 2022", "date 2022-04-30 month"),
    ("Ready for April 2022", "date 2022-04-30 month"),
    ("For April 2022", "date 2022-04-30 month"),
    ("For IJB June 2021", "date 2021-06-30 month"),
    ("June 2021, IJB", "date 2021-06-30 month"),
    ("RED June 2021", "date 2021-06-30 month"),
    ("June 2021 - RED", "date 2021-06-30 month"),
)
LONGER = (
    ("Q4 2021/22", "date 2022-03-31 quarter"),
    ("Q1 2021/22", "date 2021-06-30 quarter"),
    ("Q4 20/21", "date 2021-03-31 quarter"),
    ("Q4 20-21", "date 2021-03-31 quarter"),
    ("Q4 FY21/22", "date 2022-03-31 quarter"),
    ("Q4 of 2021/22", "date 2022-03-31 quarter"),
    ("Q4, 2021/22", "date 2022-03-31 quarter"),
    ("Q4 (2021/22)", "date 2022-03-31 quarter"),
    ("2021/22 Q4", "date 2022-03-31 quarter"),
    ("2021-22 Q2", "date 2021-09-30 quarter"),
    ("FY2021/22 Q3", "date 2021-12-31 quarter"),
    ("Quarter 3 2021/22", "date 2021-12-31 quarter"),
    ("quarter 3 of financial year 2021/22", "date 2021-12-31 quarter"),
    ("qtr 3 2021/22", "date 2021-12-31 quarter"),
    ("3rd quarter 2021/22", "date 2021-12-31 quarter"),
    ("third quarter of 2021/22", "date 2021-12-31 quarter"),
    ("last quarter of 2021/22", "date 2022-03-31 quarter"),
    ("end Q2 21/22", "date 2021-09-30 quarter"),
    ("by end of Quarter 2 2021/22", "date 2021-09-30 quarter"),
    ("Q1 of calendar year 2022", "date 2022-03-31 quarter"),
    ("Q3/Q4 2021/22", "date 2022-03-31 quarter"),
    ("Q1-Q2 2021/22", "date 2021-09-30 quarter start=2021-04-01"),
    ("Spring 2022", "date 2022-05-31 season"),
    ("Summer 2021", "date 2021-08-31 season"),
    ("summer '21", "date 2021-08-31 season"),
    ("Autumn 2019", "date 2019-11-30 season"),
    ("autumn of 2021", "date 2021-11-30 season"),
    ("Spring/Summer 2022", "date 2022-08-31 season"),
    ("Winter 2021/22", "date 2022-02-28 season"),
    ("winter 2023/24", "date 2024-02-29 season"),
    ("by end of summer 2021", "date 2021-08-31 season"),
    ("Autumn/Winter 2021/22", "date 2022-02-28 season"),
    ("2021/22", "date 2022-03-31 financial-year"),
    ("2021-22", "date 2022-03-31 financial-year"),
    ("2021/2022", "date 2022-03-31 financial-year"),
    ("20/21", "date 2021-03-31 financial-year"),
    ("FY 2021-22", "date 2022-03-31 financial-year"),
    ("FY21/22", "date 2022-03-31 financial-year"),
    ("financial year 2021/22", "date 2022-03-31 financial-year"),
    ("2021/22 financial year", "date 2022-03-31 financial-year"),
    ("financial year 2021-2022", "date 2022-03-31 financial-year"),
    ("by end of 2021/22", "date 2022-03-31 financial-year"),
    ("during 2021/22", "date 2022-03-31 financial-year"),
    ("year end 2021/22", "date 2022-03-31 financial-year"),
    ("before 2022/23", "date 2022-03-31 financial-year"),
    ("by the start of 2022/23", "date 2022-04-01 day"),
    ("before the start of 2022/23", "date 2022-03-31 day"),
    ("mid 2021/22", "date 2021-09-30 financial-year"),
    ("2022", "date 2022-12-31 year"),
    ("by 2025", "date 2025-12-31 year"),
    ("End 2021", "date 2021-12-31 year"),
    ("end of 2021", "date 2021-12-31 year"),
    ("during 2022", "date 2022-12-31 year"),
    ("in 2022", "date 2022-12-31 year"),
    ("by the end of the calendar year 2021", "date 2021-12-31 year"),
    ("mid 2021", "date 2021-06-30 year"),
    ("late 2021", "date 2021-12-31 year"),
    ("H1 2021/22", "date 2021-09-30 financial-year"),
    ("H2 2021/22", "date 2022-03-31 financial-year"),
    ("first half of 2021/22", "date 2021-09-30 financial-year"),
    ("second half of 2021", "date 2021-12-31 year"),
    ("Should be in place by Summer 2021", "date 2021-08-31 season"),
    ("Q4 21/22", "date 2022-03-31 quarter"),
    ("Q4 2021/2022", "date 2022-03-31 quarter"),
    ("4th Quarter 21/22", "date 2022-03-31 quarter"),
    ("Quarter 4, 2021-22", "date 2022-03-31 quarter"),
    ("end of Q4 FY 2021/22", "date 2022-03-31 quarter"),
    ("End of FY 21/22", "date 2022-03-31 financial-year"),
    ("End FY2021/22", "date 2022-03-31 financial-year"),
    ("by financial year end 2021/22", "date 2022-03-31 financial-year"),
    ("late summer 2021", "date 2021-08-31 season"),
    ("late Q2 2021/22", "date 2021-09-30 quarter"),
    ("Autumn 2021/Spring 2022", "date 2022-05-31 season"),
    ("Autumn 2021 / Winter 2021-22", "date 2022-02-28 season"),
    ("Winter 2021-22", "date 2022-02-28 season"),
    ("winter 21/22", "date 2022-02-28 season"),
    ("Year 1 (2021/22)", "date 2022-03-31 financial-year"),
    ("Year 2 - 2022/23", "date 2023-03-31 financial-year"),
    ("Delivery by Q2 2021/22", "date 2021-09-30 quarter"),
    ("End of Q2, 2021/22", "date 2021-09-30 quarter"),
    ("End of quarter 2 (2021/22)", "date 2021-09-30 quarter"),
)
RANGES = (
    ("June/July 2021", "date 2021-07-31 month"),
    ("July/August 2021", "date 2021-08-31 month"),
    ("Dec/Jan 2022", "date 2022-01-31 month"),
    ("Dec 21 / Jan 22", "date 2022-01-31 month"),
    ("April - June 2021", "date 2021-06-30 month start=2021-04-01"),
    ("April – June 2021", "date 2021-06-30 month start=2021-04-01"),
    ("April to June 2021", "date 2021-06-30 month start=2021-04-01"),
    ("April-June 2021", "date 2021-06-30 month start=2021-04-01"),
    ("June to March 2022", "date 2022-03-31 month start=2021-06-01"),
    ("June 2021 to March 2022", "date 2022-03-31 month start=2021-06-01"),
    ("June 2021 - March 2022", "date 2022-03-31 month start=2021-06-01"),
    ("June 2021-March 2022", "date 2022-03-31 month start=2021-06-01"),
    ("from June 2021 to March 2022", "date 2022-03-31 month start=2021-06-01"),
    ("from June 2021 until the end of March 2022", "date 2022-03-31 month start=2021-06-01"),
    ("between June and September 2021", "date 2021-09-30 month start=2021-06-01"),
    ("between June 2021 and March 2022", "date 2022-03-31 month start=2021-06-01"),
    ("1-5 June 2021", "date 2021-06-05 day start=2021-06-01"),
    ("1st - 5th June 2021", "date 2021-06-05 day start=2021-06-01"),
    ("30 June - 15 July 2021", "date 2021-07-15 day start=2021-06-30"),
    ("30/06/2021 - 31/07/2021", "date 2021-07-31 day start=2021-06-30"),
    ("1-5/6/2021", "date 2021-06-05 day start=2021-06-01"),
    ("2021/22 - 2022/23", "date 2023-03-31 financial-year start=2021-04-01"),
    ("2021/22 to 2023/24", "date 2024-03-31 financial-year start=2021-04-01"),
    ("Q2 2021/22 to Q1 2022/23", "date 2022-06-30 quarter start=2021-07-01"),
    ("From April 2021 - March 2022", "date 2022-03-31 month start=2021-04-01"),
    ("Start date April 2021 End date March 2022", "date 2022-03-31 month start=2021-04-01"),
    ("Start: 01/04/2021 Finish: 31/03/2022", "date 2022-03-31 day start=2021-04-01"),
    ("Commence April 2021 and complete March 2022", "date 2022-03-31 month start=2021-04-01"),
    ("Begin Q1 2021/22, complete Q4 2021/22", "date 2022-03-31 quarter start=2021-04-01"),
    ("Apr 21 - Mar 22", "date 2022-03-31 month start=2021-04-01"),
    ("Apr-21 to Mar-22", "date 2022-03-31 month start=2021-04-01"),
    ("Q1 2021/22 - Q4 2021/22", "date 2022-03-31 quarter start=2021-04-01"),
    ("Qtr 4 (Jan - Mar 2022)", "date 2022-03-31 month start=2022-01-01"),
    ("Q4 (Jan-Mar 2022)", "date 2022-03-31 month start=2022-01-01"),
    ("Jan - Mar 2022 (Q4)", "date 2022-03-31 month start=2022-01-01"),
    ("3/4/21-30/6/21", "date 2021-06-30 day start=2021-04-03"),
    (
        "Work has been ongoing since April 2020 and will be complete by June 2022",
        "date 2022-06-30 month start=2020-04-01 status=in progress",
    ),
    ("to begin April 2022 and complete March 2023", "date 2023-03-31 month start=2022-04-01"),
)
SEVERAL = (
    (
        "Draft Accounts 30 June 2021 Final Accounts 30 November 2021",
        "date 2021-11-30 day | Draft Accounts 2021-06-30 | Final Accounts 2021-11-30",
    ),
    (
        "Draft Accounts: 30 June 2021; Final Accounts: 30 November 2021",
        "date 2021-11-30 day | Draft Accounts 2021-06-30 | Final Accounts 2021-11-30",
    ),
    (
        "Phase 1: June 2021; Phase 2: March 2022",
        "date 2022-03-31 month | Phase 1 2021-06-30 | Phase 2 2022-03-31",
    ),
    (
        "Phase 1 - June 2021, Phase 2 - March 2022",
        "date 2022-03-31 month | Phase 1 2021-06-30 | Phase 2 2022-03-31",
    ),
    (
        "Phase 1 June 2021, Phase 2 March 2022",
        "date 2022-03-31 month | Phase 1 2021-06-30 | Phase 2 2022-03-31",
    ),
    (
        "Phase 1\nJune 2021\nPhase 2\nMarch 2022",
        "date 2022-03-31 month | Phase 1 2021-06-30 | Phase 2 2022-03-31",
    ),
    (
        "June 2021 and December 2021",
        "date 2021-12-31 month | June 2021 2021-06-30 | December 2021 2021-12-31",
    ),
    (
        "June 2021, December 2021",
        "date 2021-12-31 month | June 2021 2021-06-30 | December 2021 2021-12-31",
    ),
    (
        "June 2021\nDecember 2021",
        "date 2021-12-31 month | June 2021 2021-06-30 | December 2021 2021-12-31",
    ),
    (
        "December 2021; June 2021",
        "date 2021-12-31 month | June 2021 2021-06-30 | December 2021 2021-12-31",
    ),
    (
        "June and September 2021",
        "date 2021-09-30 month | June 2021 2021-06-30 | September 2021 2021-09-30",
    ),
    (
        "June, September and December 2021",
        (
            "date 2021-12-31 month"
            " | June 2021 2021-06-30"
            " | September 2021 2021-09-30"
            " | December 2021 2021-12-31"
        ),
    ),
    (
        "1 and 15 June 2021",
        "date 2021-06-15 day | 1 June 2021 2021-06-01 | 15 June 2021 2021-06-15",
    ),
    (
        "Q3 and Q4 2021/22",
        (
            "date 2022-03-31 quarter"
            " | The third quarter of the financial year 2021/22 2021-12-31"
            " | The fourth quarter of the financial year 2021/22 2022-03-31"
        ),
    ),
    (
        "Draft (June 2021), Final (November 2021)",
        "date 2021-11-30 month | Draft 2021-06-30 | Final 2021-11-30",
    ),
    (
        "30 June 2021 (draft accounts), 30 November 2021 (final accounts)",
        "date 2021-11-30 day | Draft accounts 2021-06-30 | Final accounts 2021-11-30",
    ),
    (
        "June 2021 - draft\nDecember 2021 - final",
        "date 2021-12-31 month | Draft 2021-06-30 | Final 2021-12-31",
    ),
    (
        "Draft by June 2021 and final by December 2021",
        "date 2021-12-31 month | Draft 2021-06-30 | Final 2021-12-31",
    ),
    (
        "a) June 2021 b) December 2021",
        "date 2021-12-31 month | June 2021 2021-06-30 | December 2021 2021-12-31",
    ),
    (
        "June 2021 for the draft and March 2022 for the final",
        "date 2022-03-31 month | Draft 2021-06-30 | Final 2022-03-31",
    ),
    (
        "Report to IJB March 2022, review June 2022",
        ("date 2022-06-30 month review=2022-06-30 | Report to IJB 2022-03-31 | Review 2022-06-30"),
    ),
    (
        "Initial meeting June 2021, final March 2022",
        "date 2022-03-31 month | Initial meeting 2021-06-30 | Final 2022-03-31",
    ),
    (
        "Q1 & Q2 2021/22",
        (
            "date 2021-09-30 quarter"
            " | The first quarter of the financial year 2021/22 2021-06-30"
            " | The second quarter of the financial year 2021/22 2021-09-30"
        ),
    ),
    (
        "To IJB June 2021, Council August 2021",
        "date 2021-08-31 month | IJB 2021-06-30 | Council 2021-08-31",
    ),
    (
        "June 2021 IJB, August 2021 Council",
        "date 2021-08-31 month | IJB 2021-06-30 | Council 2021-08-31",
    ),
    (
        "Report to committee by 30/9/21 & implementation by 31/3/22",
        "date 2022-03-31 day | Report to committee 2021-09-30 | 31 March 2022 2022-03-31",
    ),
    (
        "Consultation Summer 2021, final plan Autumn 2021",
        "date 2021-11-30 season | Consultation 2021-08-31 | Final plan 2021-11-30",
    ),
    (
        "Draft plan - Sept 2021; Consultation - Oct to Dec 2021; Final - March 2022",
        (
            "date 2022-03-31 month"
            " | Draft plan 2021-09-30"
            " | Consultation 2021-12-31"
            " | Final 2022-03-31"
        ),
    ),
    (
        "Stage 1 Sept 2021 Stage 2 March 2022",
        "date 2022-03-31 month | Stage 1 2021-09-30 | Stage 2 2022-03-31",
    ),
    (
        "i) June 2021 ii) Dec 2021",
        "date 2021-12-31 month | June 2021 2021-06-30 | December 2021 2021-12-31",
    ),
    (
        "(a) 30 June 2021 (b) 30 September 2021",
        "date 2021-09-30 day | 30 June 2021 2021-06-30 | 30 September 2021 2021-09-30",
    ),
    (
        "Action 1 - June 2021; Action 2 - July 2021",
        "date 2021-07-31 month | Action 1 2021-06-30 | Action 2 2021-07-31",
    ),
    (
        "30 June 2021 and 30 November 2021",
        "date 2021-11-30 day | 30 June 2021 2021-06-30 | 30 November 2021 2021-11-30",
    ),
    (
        "30 June and 30 November 2021",
        "date 2021-11-30 day | 30 June 2021 2021-06-30 | 30 November 2021 2021-11-30",
    ),
    (
        "30th June & 30th Nov 2021",
        "date 2021-11-30 day | 30 June 2021 2021-06-30 | 30 November 2021 2021-11-30",
    ),
    (
        "~~June 2021~~ March 2022",
        "date 2022-03-31 month | June 2021 2021-06-30 | March 2022 2022-03-31",
    ),
    (
        "June 2021 March 2022",
        "date 2022-03-31 month | June 2021 2021-06-30 | March 2022 2022-03-31",
    ),
    (
        "March 2022 June 2021",
        "date 2022-03-31 month | June 2021 2021-06-30 | March 2022 2022-03-31",
    ),
    (
        "Nov, Dec 2021 and Jan 2022",
        (
            "date 2022-01-31 month"
            " | November 2021 2021-11-30"
            " | December 2021 2021-12-31"
            " | January 2022 2022-01-31"
        ),
    ),
    (
        "21/22 and 22/23",
        (
            "date 2023-03-31 financial-year"
            " | The financial year 2021/22 2022-03-31"
            " | The financial year 2022/23 2023-03-31"
        ),
    ),
    ("2021 and 2022", "date 2022-12-31 year | The year 2021 2021-12-31 | The year 2022 2022-12-31"),
    (
        "Sept & Dec 21, Mar 22",
        (
            "date 2022-03-31 month"
            " | September 2021 2021-09-30"
            " | December 2021 2021-12-31"
            " | March 2022 2022-03-31"
        ),
    ),
    (
        "Phase one June 2021, phase two March 2022",
        "date 2022-03-31 month | Phase one 2021-06-30 | Phase two 2022-03-31",
    ),
    (
        "Phase I June 2021; Phase II March 2022",
        "date 2022-03-31 month | Phase I 2021-06-30 | Phase II 2022-03-31",
    ),
    (
        "Tranche 1 - Q1 2021/22 Tranche 2 - Q3 2021/22",
        "date 2021-12-31 quarter | Tranche 1 2021-06-30 | Tranche 2 2021-12-31",
    ),
    (
        "Year 1: 2021/22, Year 2: 2022/23",
        "date 2023-03-31 financial-year | Year 1 2022-03-31 | Year 2 2023-03-31",
    ),
    (
        "Report June 2021 (IJB), implement by Dec 2021",
        "date 2021-12-31 month | Report 2021-06-30 | December 2021 2021-12-31",
    ),
)
LAYOUT = (
    ("<p>June 2021</p>", "date 2021-06-30 month"),
    ("30<sup>th</sup> June 2021", "date 2021-06-30 day"),
    ("30ᵗʰ June 2021", "date 2021-06-30 day"),
    ("June&nbsp;2021", "date 2021-06-30 month"),
    ("June\xa02021", "date 2021-06-30 month"),
    ("June\u200b 2021", "date 2021-06-30 month"),
    ("<b>June</b> 2021", "date 2021-06-30 month"),
    ("June&ndash;July 2021", "date 2021-07-31 month start=2021-06-01"),
    ("June–July 2021", "date 2021-07-31 month start=2021-06-01"),
    (
        "<ul><li>June 2021</li><li>March 2022</li></ul>",
        "date 2022-03-31 month | June 2021 2021-06-30 | March 2022 2022-03-31",
    ),
    ("• June 2021", "date 2021-06-30 month"),
    ("  June   2021  ", "date 2021-06-30 month"),
    ("June\n2021", "date 2021-06-30 month"),
    ("June 2021.", "date 2021-06-30 month"),
    ("June 2021;", "date 2021-06-30 month"),
    ("(June 2021)", "date 2021-06-30 month"),
    ('"June 2021"', "date 2021-06-30 month"),
    ("*June 2021", "date 2021-06-30 month"),
    ("Ju\xadne 2021", "date 2021-06-30 month"),
    ("\uff12\uff10\uff12\uff11-06-30", "date 2021-06-30 day"),
)
PROSE = (
    (
        "It is anticipated this will be done by June 2021 subject to funding",
        "date 2021-06-30 month",
    ),
    ("By publication of the next annual reports in July 2019", "date 2019-07-31 month"),
    ("Report to be presented to the IJB in June 2021", "date 2021-06-30 month"),
    ("Paper to IJB June 2021", "date 2021-06-30 month"),
    ("IJB meeting 25 March 2022", "date 2022-03-25 day"),
    ("March 2022 IJB", "date 2022-03-31 month"),
    ("Annual accounts 2020/21 by 30 September 2021", "date 2021-09-30 day"),
    ("Policy to be approved by March 2022", "date 2022-03-31 month"),
    ("Review of Strategic Plan by March 2022", "review 2022-03-31 month review=2022-03-31"),
    ("March 2022 as part of 2022/23 budget setting", "date 2022-03-31 month"),
    ("March 2022 (pending recruitment)", "date 2022-03-31 month"),
    ("June 2021 following consultation", "date 2021-06-30 month"),
    ("March 2022 due to Covid 19", "date 2022-03-31 month"),
    ("Will be in place by March 2022", "date 2022-03-31 month"),
    ("In place by March 2022", "date 2022-03-31 month"),
    ("to be put in place by March 2022", "date 2022-03-31 month"),
    ("Completion is expected by June 2021", "date 2021-06-30 month"),
    ("Should be started June 2021", "starts-from start=2021-06-01"),
    (
        "June 2021 draft; March 2022 review",
        "date 2022-03-31 month review=2022-03-31 | Draft 2021-06-30 | Review 2022-03-31",
    ),
    ("Will be fully reviewed by March 2022", "review 2022-03-31 month review=2022-03-31"),
    ("Reviewed, next March 2022", "date 2022-03-31 month"),
    ("Savings by March 2022 of £1m per annum", "date 2022-03-31 month"),
    ("March 2022 (date now revised)", "date 2022-03-31 month"),
    ("due Jan - Mar 2022 (Q4)", "date 2022-03-31 month start=2022-01-01"),
    (
        "due Q4 (Jan - Mar 2022), report June 2022",
        "date 2022-06-30 month | January 2022 to March 2022 2022-03-31 | Report 2022-06-30",
    ),
)


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_days(text: str, expected: str) -> None:
    """A day is read day first, whatever stands between its parts."""
    assert expected == read(text)


@pytest.mark.parametrize(("text", "expected"), MONTHS)
def test_months(text: str, expected: str) -> None:
    """A month ends with its last day; two figures after it are the year."""
    assert expected == read(text)


@pytest.mark.parametrize(("text", "expected"), LONGER)
def test_quarters_seasons_and_years(text: str, expected: str) -> None:
    """Longer periods end by the conventions of UK public bodies."""
    assert expected == read(text)


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_ranges(text: str, expected: str) -> None:
    """A range is due at its end and keeps its beginning."""
    assert expected == read(text)


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_dates(text: str, expected: str) -> None:
    """Several dates are milestones with their labels; the last is due."""
    assert expected == read(text)


@pytest.mark.parametrize(("text", "expected"), LAYOUT)
def test_layout(text: str, expected: str) -> None:
    """Remnants of the layout change nothing."""
    assert expected == read(text)


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_prose(text: str, expected: str) -> None:
    """A date in prose is read where it is certain what it is."""
    assert expected == read(text)
