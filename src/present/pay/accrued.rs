//! What a period has accrued, line by line: what is paid, what is kept back and what is owed, before
//! it, in it and after it. Each line and each column adds up.

use crate::domain::commission::accrual::Accrual;
use crate::i18n::Lang;

/// A line of what is accrued.
#[derive(Clone, Debug, PartialEq)]
pub struct AccrualRow {
    /// What it is.
    pub name: String,
    /// What there was before the period; empty for what is of the period alone.
    pub before: String,
    /// What comes and goes in the period.
    pub change: String,
    /// What there is at its end; empty for what is of the period alone.
    pub after: String,
}

/// The lines of what is accrued, the sum last; none where everything that is earned is paid at once.
pub(super) fn rows(
    lang: Lang,
    accrual: &Accrual,
    money: &dyn Fn(i64) -> String,
) -> Vec<AccrualRow> {
    let Accrual { paid, held, owed } = accrual;
    if held.iter().chain(owed).all(|it| *it == 0) {
        return Vec::new();
    }
    let row = |name: &str, [before, after]: [i64; 2]| AccrualRow {
        name: name.to_owned(),
        before: money(before),
        change: money(after - before),
        after: money(after),
    };
    let mut rows = vec![AccrualRow {
        name: lang.accrual_paid().to_owned(),
        before: String::new(),
        change: money(*paid),
        after: String::new(),
    }];
    if *held != [0, 0] {
        rows.push(row(lang.accrual_held(), *held));
    }
    if *owed != [0, 0] {
        rows.push(row(lang.accrual_owed(), owed.map(|it| -it)));
    }
    rows.push(AccrualRow {
        name: lang.accrual_sum().to_owned(),
        before: money(accrual.net(0)),
        change: money(accrual.cost()),
        after: money(accrual.net(1)),
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: 900 is paid; 100 was kept back and 250 is; 300 was owed and 120 is. So the period
    /// costs 900 + 150 + 180.
    #[test]
    fn each_line_and_each_column_adds_up() {
        let accrual = Accrual { paid: 900, held: [100, 250], owed: [300, 120] };
        let rows = rows(Lang::En, &accrual, &|it| it.to_string());
        let number = |it: &str| it.parse::<i64>().unwrap_or(0);
        let told: Vec<[i64; 3]> = rows
            .iter()
            .map(|it| [number(&it.before), number(&it.change), number(&it.after)])
            .collect();
        assert_eq!(told, [[0, 900, 0], [100, 150, 250], [-300, 180, -120], [-200, 1_230, 130]]);
        for column in 0..3 {
            let parts: i64 = told[..3].iter().map(|it| it[column]).sum();
            assert_eq!(parts, told[3][column]);
        }
        for line in &told[1..3] {
            assert_eq!(line[0] + line[1], line[2]);
        }
    }

    #[test]
    fn what_is_paid_at_once_has_no_lines() {
        let accrual = Accrual { paid: 900, ..Accrual::default() };
        assert_eq!(rows(Lang::Zh, &accrual, &|it| it.to_string()), []);
    }
}
