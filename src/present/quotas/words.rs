//! Words of the quota grid: its cells, what was done to them, and why something cannot be.

use super::super::format;
use super::{GridCell, GridView, Turn};
use crate::domain::arrange;
use crate::domain::calendar::Period;
use crate::domain::label::Label;
use crate::domain::money::{Currency, Money};
use crate::domain::quota::{
    Cell, Difference, Kept, Named, QuotaGrid, Refused, Row, Split, Way, Ways, Why, YearBefore,
};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::goals::words::signed;

/// Amounts of so many major units and more are told in short words.
const LONG: i64 = 10_000_000_000;

/// How far amounts of a grid are told, so that people can add up what they see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// Every amount that is shown is in whole units, and so is told in these.
    Whole,
    /// Some amount that is shown is finer, so all are told to the minor unit.
    All,
}

impl Digits {
    /// As far as amounts of a currency that stand beside each other need.
    pub fn of(currency: Currency, mut minor: impl Iterator<Item = i64>) -> Digits {
        let scale = currency.scale();
        if minor.any(|it| it % scale != 0) { Digits::All } else { Digits::Whole }
    }
}

/// An amount as it stands in a cell, without the sign of the currency; a dash for nothing.
pub fn short(lang: Lang, amount: Money, digits: Digits) -> String {
    let scale = amount.currency.scale();
    let text = match amount.minor {
        0 => return "–".to_owned(),
        minor if LONG <= minor / scale => format::money_compact(lang, amount),
        _ if digits == Digits::All => format::money_to_the_end(lang, amount),
        _ => format::money(lang, amount),
    };
    text.replacen(&format::symbol(lang, amount.currency), "", 1)
}

/// A growth in percent with its sign.
pub fn rate(lang: Lang, permille: i64) -> String {
    let sign = if 0 < permille { "+" } else { "" };
    [sign, &format::percent(lang, permille)].concat()
}

/// The head of a column.
pub fn head(lang: Lang, period: Period) -> String {
    match (lang, period) {
        (_, Period::Year(_)) => format::period(lang, period),
        (_, Period::Quarter(_, quarter)) => format!("Q{quarter}"),
        (Lang::Zh, Period::Month(_, month)) => format!("{month}月"),
        (Lang::En, Period::Month(..)) => {
            let whole = format::period(lang, period);
            whole.split(' ').next().unwrap_or_default().to_owned()
        }
    }
}

/// A cell: whose it is, and its period.
pub fn named(lang: Lang, cell: &Named) -> String {
    let who = if cell.name.is_empty() { lang.goals_company() } else { &cell.name };
    lang.quotas_cell(who, &format::period(lang, cell.period))
}

/// A cell of the workspace.
pub fn cell(workspace: &Workspace, lang: Lang, cell: Cell) -> String {
    named(lang, &Named::of(workspace, cell))
}

/// What a screen reader says of a cell: the exact amount, and whether it is locked.
pub fn told(lang: Lang, cell: &GridCell, growth: Option<&str>) -> String {
    let growth = growth.map(|it| lang.quotas_growth(it));
    let locked = cell.is_locked.then(|| lang.quotas_locked().to_owned());
    let parts: Vec<String> =
        std::iter::once(cell.exact.clone()).chain(locked).chain(growth).collect();
    parts.join(lang.list_comma())
}

/// How much the last change moved; nothing before the first.
pub fn moved(lang: Lang, turn: &Turn) -> Option<String> {
    let before = turn.before.as_ref()?;
    let grid = &turn.now.grid;
    let cells = grid.moved_since(before);
    let total = grid.amount(grid.whole());
    let by = total - before.amount(grid.whole());
    let money = |minor| Money::new(minor, turn.now.currency);
    let cells = (cells != 0).then(|| format::count(lang, cells as u64))?;
    Some(match by {
        0 => lang.quotas_moved(&cells),
        _ => {
            let by = signed(lang, money(by));
            lang.quotas_moved_by(&cells, &by, &format::money(lang, money(total)))
        }
    })
}

/// What a change would come to, in sentences: how much moves, and where most.
pub fn preview(workspace: &Workspace, lang: Lang, before: &Kept, after: &Kept) -> Vec<String> {
    let (old, new) = (&before.grid, &after.grid);
    let cells = new.moved_since(old);
    if cells == 0 {
        return vec![lang.quotas_preview_none().to_owned()];
    }
    let (cells, rows) = (format::count(lang, cells as u64), new.people_moved_since(old));
    let is_people = new.split() == Split::People;
    let money = |minor| format::money(lang, Money::new(minor, after.currency));
    let total = new.amount(new.whole());
    let first = match (total == old.amount(old.whole()), is_people) {
        (true, true) => lang.quotas_preview(&cells, rows),
        (true, false) => lang.quotas_preview_parts(&cells, rows),
        (false, true) => lang.quotas_preview_total(&cells, rows, &money(total)),
        (false, false) => lang.quotas_preview_parts_total(&cells, rows, &money(total)),
    };
    let is_part = |it: &Cell| {
        matches!(it.row, Row::Person(_) | Row::Part(..)) && matches!(it.period, Period::Month(..))
    };
    let parts = new.cells().into_iter().filter(is_part);
    let biggest = parts.max_by_key(|it| (new.amount(*it) - old.amount(*it)).abs());
    let biggest = biggest.map(|it| {
        let named = cell(workspace, lang, it);
        lang.quotas_preview_biggest(&named, &money(old.amount(it)), &money(new.amount(it)))
    });
    std::iter::once(first).chain(biggest).collect()
}

/// What planning from the year before rests on: what those in the grid won of the whole, and what
/// each is to win.
pub fn grown(workspace: &Workspace, lang: Lang, before: &Kept, after: &Kept) -> Vec<String> {
    let past = YearBefore::of(workspace, before);
    let money = |minor| format::money(lang, Money::new(minor, after.currency));
    let others = past.total() - past.own();
    let of_others = (others != 0)
        .then(|| lang.quotas_grow_others(&money(past.total()), &money(past.own()), &money(others)));
    let period = after.grid.whole().period;
    let mut parts: Vec<(i64, String)> = after
        .grid
        .seats()
        .iter()
        .map(|it| (after.grid.amount(Cell { row: it.row, period }), it.row.name(workspace)))
        .filter(|(minor, _)| *minor != 0)
        .collect();
    arrange::by_key(&mut parts, |(minor, _)| std::cmp::Reverse(*minor));
    let parts: Vec<String> =
        parts.iter().map(|(minor, name)| [name, " ", &money(*minor)].concat()).collect();
    let each = lang.quotas_grow_each(&parts.join(lang.list_comma()));
    of_others.into_iter().chain((!parts.is_empty()).then_some(each)).collect()
}

/// Whose months count in part for a team that they have left.
pub fn moved_people(workspace: &Workspace, lang: Lang, grid: &QuotaGrid) -> Vec<String> {
    let moved = grid.moved_people().into_iter();
    let told = moved.map(|(row, team)| {
        let team = team.map(|it| Row::Team(it).name(workspace));
        let team = team.unwrap_or_else(|| lang.goals_no_team().to_owned());
        lang.quotas_moved_person(&row.name(workspace), &team)
    });
    told.collect()
}

/// Why an edit cannot be.
pub fn refused(lang: Lang, refused: &Refused) -> String {
    let cell = named(lang, &refused.cell);
    let money = |it: &Money| format::money(lang, *it);
    match &refused.why {
        Why::NobodyInIt => lang.quota_nobody(&cell),
        Why::AmountNegative => lang.quota_negative(&cell),
        Why::AmountTooLarge(most) => lang.quota_too_large(&cell, &money(most)),
        Why::Locked(amount) => lang.quota_is_locked(&cell, &money(amount)),
        Why::LockedExceed(sum) => lang.quota_locked_exceed(&cell, &money(sum)),
        Why::Leaves(around, left) => lang.quota_leaves(&named(lang, around), &money(left), &cell),
        Why::InTheWay(other) => lang.quota_in_the_way(&named(lang, other), &cell),
        Why::NothingToGoBy(Way::Season) => lang.quota_no_season().to_owned(),
        Why::NothingToGoBy(Way::Capacity) => lang.quota_no_capacity().to_owned(),
        Why::NothingToGoBy(Way::LastYear | Way::Equal) => lang.quota_no_history().to_owned(),
        Why::NothingToGoBy(Way::WorkingDays | Way::Presence | Way::Ramp) => {
            lang.quota_no_days().to_owned()
        }
        Why::NothingTogether => lang.quota_nothing_together().to_owned(),
        Why::OtherCurrency(currency) => lang.quota_other_currency(currency.code()),
        Why::NobodyElse => lang.quota_nobody_else(&cell),
        Why::RateMissing(currency) => lang.quota_rate_missing(currency.code()),
        Why::GoalsIn(currency) => lang.quota_goals_in(currency.code()),
        Why::LockOfTeam(name) => lang.quota_lock_of_team(&cell, name),
    }
}

/// A way of spreading.
pub fn way(lang: Lang, way: Way) -> &'static str {
    match way {
        Way::Equal => lang.quotas_way_equal(),
        Way::LastYear => lang.quotas_way_last_year(),
        Way::Season => lang.quotas_way_season(),
        Way::WorkingDays => lang.quotas_way_working_days(),
        Way::Presence => lang.quotas_way_presence(),
        Way::Ramp => lang.quotas_way_ramp(),
        Way::Capacity => lang.quotas_way_capacity(),
    }
}

/// Ways of spreading that go together.
pub fn ways(lang: Lang, ways: Ways) -> String {
    let names: Vec<&str> = ways.iter().map(|it| way(lang, it)).collect();
    names.join(" + ")
}

/// What several ways come to together; nothing of one alone.
pub fn together(lang: Lang, ways: Ways) -> Option<&'static str> {
    (1 < ways.iter().count()).then(|| match ways.decide_people() {
        true => lang.quotas_together(),
        false => lang.quotas_together_keep(),
    })
}

/// What a way of spreading goes by.
pub fn about(lang: Lang, way: Way, ramp: &[i64]) -> String {
    let about = match way {
        Way::Equal => lang.quotas_about_equal(),
        Way::LastYear => lang.quotas_about_last_year(),
        Way::Season => lang.quotas_about_season(),
        Way::WorkingDays => lang.quotas_about_working_days(),
        Way::Presence => lang.quotas_about_presence(),
        Way::Ramp => {
            let shares: Vec<String> = ramp.iter().map(|it| format::percent(lang, *it)).collect();
            return lang.quotas_about_ramp(&shares.join(lang.list_comma()));
        }
        Way::Capacity => lang.quotas_about_capacity(),
    };
    about.to_owned()
}

/// What the rows of a split are.
pub fn split(lang: Lang, split: Split) -> &'static str {
    match split {
        Split::People => lang.quotas_split_people(),
        Split::Product => lang.quotas_split_products(),
        Split::Sector => lang.quotas_split_sectors(),
        Split::Class => lang.quotas_split_classes(),
        Split::Region => lang.quotas_split_regions(),
        Split::Office => lang.quotas_split_offices(),
    }
}

/// The same behind a "by".
pub fn by(lang: Lang, split: Split) -> &'static str {
    match split {
        Split::People => lang.quotas_by_person(),
        Split::Product => lang.quotas_by_product(),
        Split::Sector => lang.quotas_by_sector(),
        Split::Class => lang.quotas_by_class(),
        Split::Region => lang.quotas_by_region(),
        Split::Office => lang.quotas_by_office(),
    }
}

/// What counts for the rows of a split, or what to do where it has none.
pub fn about_split(lang: Lang, split: Split) -> &'static str {
    match split {
        Split::People => lang.quotas_no_people(),
        Split::Product => lang.quotas_no_products(),
        Split::Sector => lang.quotas_no_sectors(),
        Split::Class => lang.quotas_no_classes(),
        Split::Region => lang.quotas_no_regions(),
        Split::Office => lang.quotas_no_offices(),
    }
}

/// The head of what was won by a split.
pub fn progress(lang: Lang, split: Split) -> &'static str {
    match split {
        Split::People => lang.quotas_split_people(),
        Split::Product => lang.quotas_progress_products(),
        Split::Sector => lang.quotas_progress_sectors(),
        Split::Class => lang.quotas_progress_classes(),
        Split::Region => lang.quotas_progress_regions(),
        Split::Office => lang.quotas_progress_offices(),
    }
}

/// What counts for a row of a split.
pub fn counted(lang: Lang, split: Split) -> &'static str {
    match split {
        Split::People => lang.quotas_counted_people(),
        Split::Product => lang.quotas_counted_products(),
        Split::Sector => lang.quotas_counted_sectors(),
        Split::Class => lang.quotas_counted_classes(),
        Split::Region => lang.quotas_counted_regions(),
        Split::Office => lang.quotas_counted_offices(),
    }
}

/// That the company's total by another split is not what it is here.
pub fn difference(lang: Lang, it: &Difference, here: Split) -> String {
    let gap = Money::new((it.here.minor - it.there.minor).saturating_abs(), it.here.currency);
    lang.quotas_difference(
        &format::period(lang, it.period),
        by(lang, here),
        &format::money(lang, it.here),
        by(lang, it.by),
        &format::money(lang, it.there),
        &format::money(lang, gap),
    )
}

/// What was done to the grid.
pub fn done(lang: Lang, label: &Label) -> String {
    let period = |text: &str| text.parse().map_or(text.to_owned(), |it| format::period(lang, it));
    let year = period;
    let cell = |name: &str, text: &str| {
        let who = if name.is_empty() { lang.goals_company() } else { name };
        lang.quotas_cell(who, &period(text))
    };
    let money = |text: &str| text.parse().map_or(text.to_owned(), |it| format::money(lang, it));
    match label {
        Label::QuotaSet(name, period, amount, rest, people) => {
            let (cell, amount) = (cell(name, period), money(amount));
            match rest.as_str() {
                _ if people == "1" => lang.did_quota_set_alone(&cell, &amount),
                "makes-up" => lang.did_quota_set_made_up(&cell, &amount, people),
                _ => lang.did_quota_set(&cell, &amount, people),
            }
        }
        Label::QuotaLocked(name, period) => lang.did_quota_locked(&cell(name, period)),
        Label::QuotaUnlocked(name, period) => lang.did_quota_unlocked(&cell(name, period)),
        Label::QuotaRespread(name, period, code, people) => {
            let by = code.parse().map_or_else(|_| code.clone(), |it| ways(lang, it));
            lang.did_quota_respread(&cell(name, period), &by, people)
        }
        Label::QuotasGrown(number, growth) => {
            let growth = growth.parse().map_or(growth.clone(), |it| rate(lang, it));
            lang.did_quotas_grown(&year(number), &growth)
        }
        Label::QuotasEdited(count, number) => lang.did_quotas_edited(count, &year(number)),
        Label::QuotasBy(code, label) => {
            let how = code.parse().map_or(code.as_str(), |it| by(lang, it));
            lang.did_quotas_by(how, &done(lang, label))
        }
        _ => String::new(),
    }
}

/// The name of the grid: the year and the currency of all amounts.
pub fn caption(lang: Lang, view: &GridView) -> String {
    let year = format::period(lang, view.whole.period);
    lang.quotas_caption(&year, &currency(lang, view))
}

/// The currency of all amounts, by its sign and its code.
pub fn currency(lang: Lang, view: &GridView) -> String {
    let (code, sign) = (view.currency.code(), format::symbol(lang, view.currency));
    let sign = sign.trim();
    if sign == code { code.to_owned() } else { format!("{sign} ({code})") }
}
