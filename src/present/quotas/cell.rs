//! What was won of a cell, and how that was computed.

use super::certified::{self, Added};
use super::progress::{self, Progress};
use crate::domain::calendar::Day;
use crate::domain::money::{Money, Sums};
use crate::domain::quota::{Cell, Kept, Row};
use crate::domain::rates::Rates;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::goals::certificate::{Certificate, Figure, certificate};
use crate::present::goals::{GoalsView, counts_for, won_in};

/// What was won of a cell, in the currency that the year is planned in; none before its period has
/// begun. Of people it is what the page of goals says, of parts what their progress says.
pub fn won(workspace: &Workspace, kept: &Kept, cell: Cell, today: Day) -> Option<Money> {
    let span = cell.period.span(workspace.settings().fiscal_start())?;
    if today < span.first {
        return None;
    }
    let sum = |sums: &Sums| sums.of(kept.currency);
    let Some(bearer) = cell.row.bearer() else {
        let split = kept.grid.split();
        let rates = progress::rates(workspace, kept);
        let won = progress::won_by(workspace, span, split, &rates);
        return Some(match cell.row {
            Row::Company(_) => sum(&won.whole.sums),
            row => won.parts.get(&Some(row)).map_or(sum(&Sums::default()), |it| sum(&it.sums)),
        });
    };
    let rates = Rates::on(workspace, today);
    let mut minor = 0_i64;
    for (_, lead) in won_in(workspace, span) {
        let amount = lead.amount.filter(|_| counts_for(workspace, lead, bearer));
        let amount = amount.and_then(|it| rates.convert_to(it, kept.currency));
        minor = minor.saturating_add(amount.map_or(0, |it| it.minor));
    }
    Some(Money::new(minor, kept.currency))
}

/// How what was won of a cell was computed; none where the grid has no such cell.
pub fn explained(
    workspace: &Workspace,
    lang: Lang,
    kept: &Kept,
    cell: Cell,
    today: Day,
) -> Option<(Certificate, Added)> {
    match cell.row.bearer() {
        Some(bearer) => {
            let goals = GoalsView::new(workspace, cell.period, today)?;
            let paper = certificate(workspace, lang, &goals, bearer, Figure::Won)?;
            Some((paper, Added::new()))
        }
        None => {
            let progress = Progress::new(workspace, lang, kept, cell.period, today)?;
            let asked = (Some(cell.row), Figure::Won);
            certified::certificate(workspace, lang, kept, &progress, asked)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Period;
    use crate::domain::goal::Bearer;
    use crate::domain::id::LeadId;
    use crate::domain::money::Currency;
    use crate::domain::quota::{Split, kept_by};
    use crate::domain::rates::Rate;
    use crate::present::for_tests::*;

    /// Ann won 100 yuan and 10 dollars in the quarter, Cy 300 yuan; a dollar is 7 yuan.
    fn board() -> Workspace {
        let mut board = team();
        lead(&mut board, 1, Some(ANN), WON, 100, "2026-10-01");
        lead(&mut board, 2, Some(CY), WON, 300, "2026-11-01");
        lead(&mut board, 3, Some(ANN), WON, 0, "2026-11-02");
        let mut dollars = board.leads.get(LeadId::drawn(3)).expect("a lead").clone();
        dollars.amount = Some(Money::new(1_000, Currency::USD));
        put(&mut board, LeadId::drawn(3), &dollars);
        let rate = Rate {
            currency: Some(Currency::USD),
            home: Some(Currency::CNY),
            day: Some(day("2026-11-02")),
            units: None,
            millionths: 7_000_000,
        };
        put(&mut board, rate.id(), &rate);
        board
    }

    #[track_caller]
    fn check(row: Row, split: Split, period: Period, yuan: Option<i64>, leads: usize) {
        let (board, today) = (board(), day("2026-11-25"));
        let kept = kept_by(&board, 2026, split).expect("a year");
        let cell = Cell { row, period };
        assert_eq!(won(&board, &kept, cell, today), yuan.map(yuan_of));
        let Some((paper, _)) = explained(&board, Lang::En, &kept, cell, today) else {
            return assert_eq!(leads, 0);
        };
        assert_eq!(paper.leads.len(), leads);
        let value = yuan.map(|it| crate::present::format::money(Lang::En, yuan_of(it)));
        assert!(value.is_none_or(|it| it == paper.value), "{}", paper.value);
    }

    #[test]
    fn a_cell_says_what_was_won_of_it_and_from_which_leads() {
        let people = Split::People;
        check(Row::Company(people), people, Period::Quarter(2026, 4), Some(470), 3);
        check(Row::Person(ANN), people, Period::Year(2026), Some(170), 2);
        check(Bearer::Team(NORTH).into(), people, Period::Month(2026, 10), Some(100), 1);
        check(Row::Person(ANN), people, Period::Month(2026, 12), None, 0);
        let parts = Split::Product;
        check(Row::Company(parts), parts, Period::Quarter(2026, 4), Some(470), 3);
    }
}
