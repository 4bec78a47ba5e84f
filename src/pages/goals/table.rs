//! Quotas and how far each has come: the company, its teams, their people.

use leptos::prelude::*;

use super::Desk;
use super::cells::PaceCells;
use super::editor::QuotaCell;
use super::smart::AmountMarks;
use crate::domain::goal::Bearer;
use crate::domain::quota;
use crate::domain::workspace::Table as Records;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::paced::Paced;
use crate::present::goals::words::{
    assumptions_sentence, basis_sentence, row_name, sum_sentences, uncounted_sentence,
};
use crate::present::goals::{GoalsView, Phase};
use crate::runtime::route::Route;
use crate::ui::{ButtonLink, Column, Icon, IconView, Table};

/// The tables that assumptions of a period are read from.
const ASSUMED_TABLES: [Records; 2] = [Records::Assumptions, Records::Settings];

/// A row of the table by its name: a bearer, or the heading of people without a team.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum RowKey {
    Bearer(Bearer),
    NoTeam,
}

/// The table with what its quotas add up to below it.
#[component]
pub(super) fn GoalTable(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let phase = Memo::new(move |_| view.read().as_ref().map(|view| view.phase));
    let columns = Signal::derive(move || columns(lang.get(), phase.get()));
    let keys = Memo::new(move |_| view.read().as_ref().map(row_keys).unwrap_or_default());
    let row = move |key: RowKey| match key {
        RowKey::Bearer(bearer) => view! { <Row desk bearer /> }.into_any(),
        RowKey::NoTeam => view! {
            <tr class="goals__team">
                <th scope="rowgroup" colspan="8">{move || lang.get().goals_no_team()}</th>
            </tr>
        }
        .into_any(),
    };
    let notes = move || {
        let view = view.read();
        let notes = view.as_ref().map(|view| notes(lang.get(), view)).unwrap_or_default();
        notes.into_iter().map(|note| view! { <p class="section__note">{note}</p> }).collect_view()
    };
    let assumed = Memo::new(move |_| {
        let view = view.read();
        let told = |all: &_| assumptions_sentence(all, lang.get(), view.as_ref()?);
        desk.app.view(&ASSUMED_TABLES, told)
    });
    let is_assumed = Memo::new(move |_| assumed.read().is_some());
    let assumed = move || {
        let sentence = assumed.get()?;
        Some(view! { <p class="section__note" data-testid="goals-assumed">{sentence}</p> })
    };
    let to_forecast = move || Route::Forecast(Some(desk.period.get()), Bearer::Company).href();
    view! {
        <section
            class="section goals__table"
            data-phase=move || (phase.get() == Some(Phase::Over)).then_some("over")
            data-testid="goals-table"
        >
            <Table caption=move || lang.get().goals_hint() columns>
                <For each=move || keys.get() key=|key| *key children=row />
            </Table>
            <div class="goals__notes" data-testid="goals-notes">{notes} {assumed}</div>
            <div class="actions actions--start">
                <Show when=move || is_assumed.get()>
                    <ButtonLink
                        icon=Icon::Note
                        label=move || lang.get().goals_assumed_switch()
                        href=Signal::derive(to_forecast)
                        attr:data-testid="goals-assumed-switch"
                    />
                </Show>
                <ButtonLink
                    icon=Icon::Team
                    label=move || lang.get().fair_title()
                    href=Signal::derive(move || Route::Fair(Some(desk.period.get())).href())
                    attr:data-testid="goals-fair"
                />
            </div>
        </section>
    }
}

pub(super) fn columns(lang: Lang, phase: Option<Phase>) -> Vec<Column> {
    let expected = match phase {
        Some(Phase::Running) => lang.goals_expected_by_now(),
        Some(Phase::Ahead | Phase::Over) | None => lang.goals_expected(),
    };
    [
        Column::text("who", lang.goals_who()),
        Column::figure("quota", lang.goals_quota()),
        Column::figure("won", lang.goals_won()),
        Column::figure("expected", expected),
        Column::figure("gap", lang.goals_gap()),
        Column::figure("needed", lang.goals_needed()),
        Column::text("attainment", lang.goals_attainment()),
        Column::text("smart", lang.smart_column()),
    ]
    .map(Column::unsorted)
    .to_vec()
}

fn row_keys(view: &GoalsView) -> Vec<RowKey> {
    let mut keys = vec![RowKey::Bearer(Bearer::Company)];
    for group in &view.groups {
        match &group.team {
            Some(team) => keys.push(RowKey::Bearer(team.bearer)),
            None => keys.push(RowKey::NoTeam),
        }
        keys.extend(group.people.iter().map(|row| RowKey::Bearer(row.bearer)));
    }
    keys
}

fn notes(lang: Lang, view: &GoalsView) -> Vec<String> {
    let mut notes = sum_sentences(lang, view);
    notes.extend(
        (view.phase != Phase::Over)
            .then(|| basis_sentence(lang, view))
            .flatten()
            .map(str::to_owned),
    );
    notes.extend(view.unowned.map(|sum| lang.goals_unowned(&format::money(lang, sum))));
    notes
}

#[component]
fn Row(desk: Desk, bearer: Bearer) -> impl IntoView {
    let lang = desk.lang;
    let row = desk.row(bearer);
    let kind = match bearer {
        Bearer::Company => "goals__company",
        Bearer::Team(_) => "goals__team",
        Bearer::Person(_) => "goals__person",
    };
    let name = move || {
        let row = row.read();
        let name = row.as_ref().map(|row| row_name(lang.get(), row)).unwrap_or_default();
        match bearer {
            Bearer::Person(id) => {
                let href = Route::Person(id).href();
                view! { <a class="goals__name" href=href>{name}</a> }.into_any()
            }
            Bearer::Company | Bearer::Team(_) => name.into_any(),
        }
    };
    let foreign = move || {
        let told = uncounted_sentence(lang.get(), row.read().as_ref()?)?;
        let tip = told.clone();
        Some(view! {
            <span class="goals__foreign" title=tip>
                <IconView icon=Icon::Info />
                <span class="unseen">{told}</span>
            </span>
        })
    };
    let paced = Memo::new(move |_| {
        let (view, row) = (desk.view.read(), row.read());
        let paced = Paced::of_row(view.as_ref()?, row.as_ref()?);
        let landing = desk.landings.read().get(&bearer).copied();
        Some(Paced { landing, lands: desk.lands(quota::Row::from(bearer)), ..paced })
    });
    view! {
        <tr class=kind data-testid=format!("goal-row-{bearer}")>
            <th scope="row"><span class="goals__who">{name}{foreign}</span></th>
            <td class="figures"><QuotaCell desk bearer row /></td>
            <PaceCells
                lang
                paced
                on_explain=move |it| desk.explain(bearer.into(), it)
                row=bearer.to_string()
                forecast=Signal::derive(move || {
                    Route::Forecast(Some(desk.period.get()), bearer).href()
                })
            />
            <td class="smart__cell"><AmountMarks desk bearer /></td>
        </tr>
    }
}
