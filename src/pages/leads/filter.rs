//! Which leads the board shows: by person, team, product, source, tags, priority, outcome and close.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::lead::Priority;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::board::{options, sources, tags};
use crate::present::filter::{Closes, LeadFilter, with_tag_chosen};
use crate::runtime::app::use_app;
use crate::ui::{
    CheckField, Choice, DateField, Icon, IconView, Popover, SelectField, answer_first, busy_word,
};

/// A button that opens the choices.
#[component]
pub(super) fn FilterButton(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let open = RwSignal::new(false);
    let expanded = move || if open.get() { "true" } else { "false" };
    let (asked, ask) = answer_first(Callback::new(move |()| open.update(|open| *open = !*open)));
    view! {
        <span class="popover-anchor">
            <button
                type="button"
                class="button"
                data-kind="quiet"
                data-testid="board-filter"
                aria-haspopup="dialog"
                aria-expanded=expanded
                aria-busy=move || busy_word(asked)
                on:click=move |_| ask(())
            >
                <IconView icon=Icon::Filter />
                <span class="button__label">{move || lang.get().leads_filter()}</span>
            </button>
            <Popover open label=move || lang.get().leads_filter() on_close=move || open.set(false)>
                <FilterFields desk />
            </Popover>
        </span>
    }
}

#[component]
fn FilterFields(desk: Desk) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let tables = &[Table::People, Table::Teams, Table::Products];
    let options = Memo::new(move |_| app.view(tables, options));
    let filter = move || desk.address.with(|address| address.filter.clone());
    let narrow = move |change: &dyn Fn(&mut LeadFilter)| {
        let mut filter = desk.address.with_untracked(|address| address.filter.clone());
        change(&mut filter);
        desk.narrow(filter);
    };
    let all_sources = Memo::new(move |_| app.view(&[Table::Leads], sources));
    let priorities = move || {
        let named = Priority::ALL.map(|it| (it, lang.get().priority(it).to_owned()));
        named_ids(lang.get().leads_all_priorities(), &named)
    };
    let outcomes = move || {
        let outcomes = [Outcome::Open, Outcome::Won, Outcome::Lost];
        let named = outcomes.map(|it| (it, lang.get().leads_outcome_of(it).to_owned()));
        named_ids(lang.get().leads_all_outcomes(), &named)
    };
    let source = move || filter().source.map(|it| written_source(&it)).unwrap_or_default();
    let people = move || named_ids(lang.get().leads_everyone(), &options.read().people);
    let teams = move || named_ids(lang.get().leads_all_teams(), &options.read().teams);
    let products = move || named_ids(lang.get().leads_all_products(), &options.read().products);
    view! {
        <div class="board-filter" data-testid="filter-fields">
            <Part name=Lang::leads_filter_whose>
                <SelectField
                    label=move || lang.get().leads_person()
                    choices=Signal::derive(people)
                    value=Signal::derive(move || written(filter().owner))
                    on_change=move |id: String| narrow(&|filter| filter.owner = id.parse().ok())
                />
                <SelectField
                    label=move || lang.get().leads_team()
                    choices=Signal::derive(teams)
                    value=Signal::derive(move || written(filter().team))
                    on_change=move |id: String| narrow(&|filter| filter.team = id.parse().ok())
                />
                <SelectField
                    label=move || lang.get().lead_product()
                    choices=Signal::derive(products)
                    value=Signal::derive(move || written(filter().product))
                    on_change=move |id: String| narrow(&|filter| filter.product = id.parse().ok())
                />
                <SelectField
                    label=move || lang.get().lead_source()
                    choices=Signal::derive(move || source_choices(lang.get(), &all_sources.read()))
                    value=Signal::derive(source)
                    on_change=move |id: String| narrow(&|it| it.source = read_source(&id))
                />
                <TagField desk />
            </Part>
            <Part name=Lang::leads_filter_state>
                <SelectField
                    label=move || lang.get().lead_priority()
                    choices=Signal::derive(priorities)
                    value=Signal::derive(move || written(filter().priority))
                    on_change=move |id: String| narrow(&|filter| filter.priority = id.parse().ok())
                />
                <SelectField
                    label=move || lang.get().leads_outcome()
                    choices=Signal::derive(outcomes)
                    value=Signal::derive(move || written(filter().outcome))
                    on_change=move |id: String| narrow(&|filter| filter.outcome = id.parse().ok())
                />
                <ClosesFields desk />
            </Part>
        </div>
    }
}

/// Choices that belong together; parts stand beside each other where there is room.
#[component]
fn Part(name: fn(Lang) -> &'static str, children: Children) -> impl IntoView {
    let lang = use_app().lang();
    view! {
        <fieldset class="board-filter__part">
            <legend class="section__title">{move || name(lang.get())}</legend>
            <div class="form">{children()}</div>
        </fieldset>
    }
}

/// From which day to which leads close, or those without a day.
#[component]
fn ClosesFields(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let closes = Memo::new(move |_| desk.address.with(|it| it.filter.closes));
    let days = move || closes.get().map_or((None, None), Closes::days);
    let narrow = move |closes: Option<Closes>| {
        let filter = desk.address.with_untracked(|it| it.filter.clone());
        desk.narrow(LeadFilter { closes, ..filter });
    };
    let from = move |day: String| narrow(Closes::within(day.parse().ok(), untrack(days).1));
    let until = move |day: String| narrow(Closes::within(untrack(days).0, day.parse().ok()));
    view! {
        <DateField
            label=move || lang.get().leads_closes_first()
            value=Signal::derive(move || written(days().0))
            on_change=from
        />
        <DateField
            label=move || lang.get().leads_closes_last()
            value=Signal::derive(move || written(days().1))
            on_change=until
        />
        <CheckField
            label=move || lang.get().leads_closes_undated()
            checked=Signal::derive(move || closes.get() == Some(Closes::Undated))
            on_change=move |on: bool| narrow(on.then_some(Closes::Undated))
        />
    }
}

/// The tags to choose from; a further one is added to those chosen, which stand above the board.
#[component]
fn TagField(desk: Desk) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let all = Memo::new(move |_| app.view(&[Table::Leads], tags));
    let last = move || desk.address.with(|it| it.filter.tags.last().map(|it| written_source(it)));
    let choose = move |id: String| {
        let mut filter = desk.address.with_untracked(|it| it.filter.clone());
        filter.tags = match read_source(&id) {
            Some(tag) => with_tag_chosen(&filter.tags, &tag),
            None => Vec::new(),
        };
        desk.narrow(filter);
    };
    view! {
        <Show when=move || !all.read().is_empty() || last().is_some()>
            <SelectField
                label=move || lang.get().lead_tags()
                hint=Signal::derive(move || lang.get().leads_tags_hint().to_owned())
                choices=Signal::derive(move || tag_choices(lang.get(), &all.read()))
                value=Signal::derive(move || last().unwrap_or_default())
                on_change=choose
            />
        </Show>
    }
}

fn tag_choices(lang: Lang, tags: &[String]) -> Vec<Choice> {
    let all = Choice::new("", lang.leads_all_tags());
    let none = Choice::new(written_source(""), lang.leads_no_tag());
    let named = tags.iter().map(|it| Choice::new(written_source(it), it.clone()));
    std::iter::once(all).chain(named).chain([none]).collect()
}

fn named_ids<Id: ToString>(all: &str, records: &[(Id, String)]) -> Vec<Choice> {
    let named = records.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone()));
    std::iter::once(Choice::new("", all)).chain(named).collect()
}

fn written<Id: ToString>(id: Option<Id>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

/// A source among the choices; a mark before it tells no source from all sources.
fn written_source(source: &str) -> String {
    ["=", source].concat()
}

fn read_source(id: &str) -> Option<String> {
    id.strip_prefix('=').map(str::to_owned)
}

fn source_choices(lang: Lang, sources: &[String]) -> Vec<Choice> {
    let all = Choice::new("", lang.leads_all_sources());
    let none = Choice::new(written_source(""), lang.leads_no_source());
    let named = sources.iter().map(|it| Choice::new(written_source(it), it.clone()));
    std::iter::once(all).chain(named).chain([none]).collect()
}
