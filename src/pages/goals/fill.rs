//! Setting the quotas of everyone at once, with what comes out shown before it is done.

use leptos::prelude::*;

use super::Desk;
use crate::domain::calendar::Period;
use crate::domain::command::Command;
use crate::domain::goal::Bearer;
use crate::domain::money::Money;
use crate::present::format;
use crate::present::goals::TABLES;
use crate::present::goals::fill::{Fill, Filled, NotFilled, fill, year_before};
use crate::present::goals::words::{filled_sentences, growth_permille, not_filled};
use crate::ui::{Button, ButtonKind, Choice, Dialog, MoneyField, SelectField, TextField};

/// What is filled in, as typed.
#[derive(Clone, Copy)]
struct Draft {
    way: RwSignal<String>,
    amount: RwSignal<String>,
    from: RwSignal<String>,
    growth: RwSignal<String>,
}

const SAME: &str = "same";
const SHARE: &str = "share";
const GROWN: &str = "grown";
const YEAR_BEFORE: &str = "year-before";
const PERIOD_BEFORE: &str = "period-before";

/// Why there is nothing to set yet.
#[derive(Clone, Copy, PartialEq)]
enum Missing {
    Amount,
    Rate,
    Basis(NotFilled),
}

impl Draft {
    fn new() -> Draft {
        let text = |text: &str| RwSignal::new(text.to_owned());
        Draft { way: text(SHARE), amount: text(""), from: text(PERIOD_BEFORE), growth: text("10") }
    }

    fn how(self, desk: Desk) -> Result<Fill, Missing> {
        let period = desk.period.get();
        let before = match self.from.read().as_str() {
            YEAR_BEFORE => year_before(period),
            _ => period.previous(),
        };
        match self.way.read().as_str() {
            SAME => {
                let currency = desk.app.peek(|it| it.settings().currency());
                let minor = format::parse_money(&self.amount.read(), currency);
                let minor = minor.filter(|it| 0 <= *it).ok_or(Missing::Amount)?;
                Ok(Fill::Same(Money::new(minor, currency)))
            }
            GROWN => growth_permille(&self.growth.read())
                .map_or(Err(Missing::Rate), |growth| Ok(Fill::Grown(before, growth))),
            _ => Ok(Fill::Share),
        }
    }
}

/// The dialog that sets everyone's quota.
#[component]
pub(super) fn FillDialog(desk: Desk, open: RwSignal<bool>) -> impl IntoView {
    let Desk { app, lang, period, view, .. } = desk;
    let draft = Draft::new();
    let filled = Memo::new(move |_| -> Option<Result<Filled, Missing>> {
        let view = view.read();
        let view = view.as_ref().filter(|_| open.get())?;
        let how = draft.how(desk);
        let found = |how| app.view(&TABLES, |it| fill(it, view, how)).map_err(Missing::Basis);
        Some(how.and_then(found))
    });
    let apply = move || {
        if let Some(Ok(filled)) = filled.get_untracked() {
            open.set(false);
            let quotas: Vec<(Bearer, Option<Money>)> =
                filled.quotas.into_iter().map(|(bearer, quota)| (bearer, Some(quota))).collect();
            app.act(Command::SetGoals(period.get_untracked(), quotas));
        }
    };
    let actions = move || {
        view! {
            <Button label=move || lang.get().cancel() on_press=move || open.set(false) />
            <Button
                kind=ButtonKind::Primary
                label=move || lang.get().goals_fill_apply()
                disabled=Signal::derive(move || !matches!(&*filled.read(), Some(Ok(_))))
                on_press=apply
                attr:data-testid="fill-apply"
            />
        }
    };
    let title = move || lang.get().goals_fill_title(&format::period(lang.get(), period.get()));
    view! {
        <Dialog open title on_close=move || open.set(false) actions>
            <FillForm desk draft filled />
        </Dialog>
    }
}

#[component]
fn FillForm(
    desk: Desk,
    draft: Draft,
    filled: Memo<Option<Result<Filled, Missing>>>,
) -> impl IntoView {
    let lang = desk.lang;
    let ways = Signal::derive(move || {
        let lang = lang.get();
        vec![
            Choice::new(SHARE, lang.goals_fill_share()),
            Choice::new(SAME, lang.goals_fill_same()),
            Choice::new(GROWN, lang.goals_fill_grown()),
        ]
    });
    let is = move |way: &'static str| move || *draft.way.read() == way;
    let symbol = move || format::symbol(lang.get(), desk.app.peek(|it| it.settings().currency()));
    let told = move || {
        let lang = lang.get();
        match filled.get() {
            Some(Ok(filled)) => filled_sentences(lang, &filled),
            Some(Err(Missing::Basis(why))) => vec![not_filled(lang, why).to_owned()],
            Some(Err(Missing::Rate)) => vec![lang.goals_fill_not_a_rate().to_owned()],
            Some(Err(Missing::Amount)) => vec![lang.goals_not_an_amount().to_owned()],
            None => Vec::new(),
        }
    };
    let told = move || told().into_iter().map(|it| view! { <p>{it}</p> }).collect_view();
    view! {
        <SelectField
            label=move || lang.get().goals_fill_way()
            choices=ways
            value=draft.way
            on_change=move |way| draft.way.set(way)
            attr:data-testid="fill-way"
        />
        <Show when=is(SAME)>
            <MoneyField
                label=move || lang.get().goals_fill_amount()
                currency=symbol
                value=draft.amount
                on_input=move |text| draft.amount.set(text)
                attr:data-testid="fill-amount"
            />
        </Show>
        <Show when=is(GROWN)>
            <GrowthFields desk draft />
        </Show>
        <div class="goals__told" role="status" data-testid="fill-told">{told}</div>
    }
}

#[component]
fn GrowthFields(desk: Desk, draft: Draft) -> impl IntoView {
    let Desk { lang, period, .. } = desk;
    let bases = Signal::derive(move || {
        let name = |period: Period| format::period(lang.get(), period);
        let period = period.get();
        let mut bases = vec![Choice::new(PERIOD_BEFORE, name(period.previous()))];
        if year_before(period) != period.previous() {
            bases.push(Choice::new(YEAR_BEFORE, name(year_before(period))));
        }
        bases
    });
    view! {
        <div class="form__row">
            <SelectField
                label=move || lang.get().goals_fill_from()
                choices=bases
                value=draft.from
                on_change=move |from| draft.from.set(from)
                attr:data-testid="fill-from"
            />
            <TextField
                label=move || lang.get().goals_fill_growth()
                hint=Signal::derive(move || lang.get().goals_fill_growth_hint().to_owned())
                value=draft.growth
                on_input=move |text| draft.growth.set(text)
                attr:data-testid="fill-growth"
            />
        </div>
    }
}
