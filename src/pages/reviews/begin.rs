//! Beginning a cycle: for whom, over which days, whom that opens a review for, and who is left out
//! and why.

use leptos::prelude::*;

use crate::domain::calendar::{Period, Span};
use crate::domain::command::Command;
use crate::domain::review::Scope;
use crate::domain::workspace::Table;
use crate::pages::common::{OwnDays, Refused};
use crate::present::format;
use crate::present::growth::{CYCLE_TABLES, PlanView, plan_view, usual_periods};
use crate::present::team::team_choices;
use crate::runtime::app::use_app;
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, ButtonKind, Choice, Icon, SelectField};

/// What the choice of a period says where the days are none.
const OWN_DAYS: &str = "days";

#[component]
pub(super) fn Begin() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let today = app.today().get_untracked();
    let scope = RwSignal::new(Scope::Everybody);
    let days = RwSignal::new(Span { first: today.minus(182), last: today });
    let refusal = RwSignal::new(None::<Refusal>);
    let plan = Memo::new(move |_| {
        let (scope, days, today) = (scope.get(), days.get(), app.today().get());
        app.view(&CYCLE_TABLES, |it| plan_view(it, lang.get(), today, scope, days))
    });
    let begin = move || {
        let begun = Command::BeginReviews(scope.get_untracked(), days.get_untracked());
        refusal.set(app.act_here(begun).err());
    };
    let label = move || {
        let count = format::count(lang.get(), plan.read().count as u64);
        lang.get().cycle_begin(&count)
    };
    view! {
        <section class="section" data-testid="cycle-begin">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().cycle_begin_title()}</h2>
            </div>
            <div class="growth__line">
                <Who scope />
                <When days />
            </div>
            <Outcome plan />
            <Refused refusal />
            <div class="actions actions--start">
                <Button
                    kind=ButtonKind::Primary
                    icon=Icon::Plus
                    label=label
                    disabled=Signal::derive(move || plan.read().count == 0)
                    on_press=begin
                    attr:data-testid="cycle-begin-do"
                />
            </div>
        </section>
    }
}

/// Everybody, or one team.
#[component]
fn Who(scope: RwSignal<Scope>) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let choices = move || {
        let everybody = Choice::new("", lang.get().cycle_everybody());
        let teams = app.view(&[Table::Teams], team_choices);
        let teams = teams.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(everybody).chain(teams).collect::<Vec<_>>()
    };
    let value = move || match scope.get() {
        Scope::Everybody => String::new(),
        Scope::Team(id) => id.to_string(),
    };
    let choose = move |it: String| scope.set(it.parse().map_or(Scope::Everybody, Scope::Team));
    view! {
        <SelectField
            label=move || lang.get().cycle_who()
            choices=Signal::derive(choices)
            value=Signal::derive(value)
            on_change=choose
            attr:data-testid="cycle-who"
        />
    }
}

/// A usual period, or days of one's own.
#[component]
fn When(days: RwSignal<Span>) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let periods = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&[Table::Settings], |it| {
            let start = it.settings().fiscal_start();
            usual_periods(it, today).map(|period| (period, period.span(start)))
        })
    });
    let choices = move || {
        let own = Choice::new(OWN_DAYS, lang.get().cycle_own_days());
        let choice = |(it, _): (Period, Option<Span>)| {
            Choice::new(it.to_string(), format::period(lang.get(), it))
        };
        std::iter::once(own).chain(periods.get().map(choice)).collect::<Vec<_>>()
    };
    let value = move || {
        let chosen = days.get();
        let of = periods.get().into_iter().find(|it| it.1 == Some(chosen));
        of.map_or(OWN_DAYS.to_owned(), |it| it.0.to_string())
    };
    let choose = move |text: String| {
        let of = periods.get_untracked().into_iter().find(|it| it.0.to_string() == text);
        if let Some(span) = of.and_then(|it| it.1) {
            days.set(span);
        }
    };
    view! {
        <SelectField
            label=move || lang.get().cycle_period()
            choices=Signal::derive(choices)
            value=Signal::derive(value)
            on_change=choose
            attr:data-testid="cycle-period"
        />
        <OwnDays days />
    }
}

/// Whom a review is opened for, and who is left out and why.
#[component]
fn Outcome(plan: Memo<PlanView>) -> impl IntoView {
    let lang = use_app().lang();
    let opens =
        move || lang.get().cycle_opens(&format::count(lang.get(), plan.read().count as u64));
    let names = move || plan.read().opens.join(lang.get().list_comma());
    let left = move || plan.read().left_out.clone();
    let left_words =
        move || lang.get().cycle_left_out(&format::count(lang.get(), left().len() as u64));
    let row = |(name, why): (String, String)| {
        view! {
            <li class="list__row" data-testid="cycle-left-out">
                <span class="list__main">
                    <span class="list__name">{name}</span>
                    <span class="list__note">{why}</span>
                </span>
            </li>
        }
    };
    view! {
        <p class="headline__sentence" data-testid="cycle-opens">{opens}</p>
        <p class="section__note">{names}</p>
        <Show when=move || !left().is_empty()>
            <p data-testid="cycle-left">{left_words}</p>
            <ul class="list">{move || left().into_iter().map(row).collect_view()}</ul>
        </Show>
        <p class="section__note">{move || lang.get().cycle_rule()}</p>
    }
}
