//! Everyone, team by team, in one table so that figures of all teams stand below each other.

use leptos::prelude::*;

use super::Draft;
use super::abilities::AbilitiesDialog;
use super::care::Care;
use super::figures::{Explained, paper};
use super::person_form::{PersonDialog, PersonForm};
use super::team_form::{TeamDialog, TeamForm};
use crate::domain::calendar::{Day, Period};
use crate::domain::face::Matter;
use crate::domain::id::{PersonId, TeamId};
use crate::domain::money::Currency;
use crate::domain::workspace::Table as Stored;
use crate::i18n::Lang;
use crate::pages::common::CertificateDialog;
use crate::present::format;
use crate::present::insight::{Figure as Told, Measure};
use crate::present::team::words::{person_note, presence, sums, team_note, win_rate, won};
use crate::present::team::{PersonLine, Presence, TABLES, TeamGroup, TeamView, team_view};
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use crate::ui::{
    Avatar, Badge, Button, ButtonKind, ButtonLink, Column, EmptyPicture, EmptyState, Figure, Icon,
    Table, Tone,
};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    view: Memo<TeamView>,
    team_form: Draft<TeamForm>,
    /// Whose figure is being explained, and which.
    opened: RwSignal<Option<(PersonId, Explained)>>,
}

/// A row of the table by its name.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum RowKey {
    Team(Option<TeamId>),
    Person(PersonId),
}

/// Everyone in the team.
#[component]
pub fn TeamPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let view = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |workspace| team_view(workspace, today))
    });
    let person_form = Draft::<PersonForm>::closed();
    let team_form = Draft::<TeamForm>::closed();
    let opened = RwSignal::new(None);
    let desk = Desk { app, lang, view, team_form, opened };
    let explained = Memo::new(move |_| {
        let (id, figure) = opened.get()?;
        paper(app, lang.get(), id, &figure)
    });
    let knowing = RwSignal::new(false);
    let add_person = move || person_form.show(PersonForm::blank(app));
    let manages = Memo::new(move |_| app.may_see(Matter::Private));
    let count = move || view.read().groups.iter().map(|it| it.people.len()).sum::<usize>();
    view! {
        <div class="content team" data-testid="team-page">
            <div class="toolbar">
                <span class="toolbar__count">{move || lang.get().team_people_count(count())}</span>
                <span class="toolbar__rest">
                    <ButtonLink
                        icon=Icon::Info
                        label=move || lang.get().pulse_title()
                        href=Route::Pulse.href()
                        attr:data-testid="team-pulse"
                    />
                    <ButtonLink
                        icon=Icon::Won
                        label=move || lang.get().thanks_title()
                        href=Route::Thanks.href()
                        attr:data-testid="team-thanks"
                    />
                    <Show when=move || manages.get()>
                        <ButtonLink
                            icon=Icon::Money
                            label=move || lang.get().rewards_title()
                            href=Route::Rewards(None).href()
                            attr:data-testid="team-rewards"
                        />
                        <ButtonLink
                            icon=Icon::Up
                            label=move || lang.get().career_title()
                            href=Route::Career.href()
                            attr:data-testid="team-career"
                        />
                        <ButtonLink
                            icon=Icon::Note
                            label=move || lang.get().growth_reviews()
                            href=Route::Reviews.href()
                            attr:data-testid="team-reviews"
                        />
                    </Show>
                    <ButtonLink
                        icon=Icon::Phone
                        label=move || lang.get().surveys_title()
                        href=Route::Surveys.href()
                    />
                    <Button
                        icon=Icon::Check
                        label=move || lang.get().abilities_title()
                        on_press=move || knowing.set(true)
                        attr:data-testid="team-abilities"
                    />
                    <Button
                        icon=Icon::Team
                        label=move || lang.get().team_add_team()
                        on_press=move || team_form.show(TeamForm::blank(app))
                        attr:data-testid="team-add"
                    />
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Plus
                        label=move || lang.get().team_add_person()
                        on_press=add_person
                        attr:data-testid="person-add"
                    />
                </span>
            </div>
            <Show
                when=move || !view.read().groups.is_empty()
                fallback=move || view! {
                    <EmptyState picture=EmptyPicture::List sentence=move || lang.get().team_empty() />
                }
            >
                <TeamTable desk />
                <Show when=move || app.may_see(Matter::Private)>
                    <Care />
                </Show>
            </Show>
            <PersonDialog form=person_form />
            <TeamDialog form=team_form />
            <AbilitiesDialog open=knowing />
            <CertificateDialog
                paper=explained
                others=Memo::new(|_| Vec::new())
                on_close=move |()| opened.set(None)
            />
        </div>
    }
}

#[component]
fn TeamTable(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let quarter = format::period(lang, view.read().quarter);
        let columns = [
            Column::text("person", lang.team_person()),
            Column::figure("open", lang.team_open()),
            Column::figure("worth", lang.team_open_value()),
            Column::figure("won", lang.team_won_in(&quarter)),
            Column::text("rate", lang.team_win_rate()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let keys = Memo::new(move |_| row_keys(&view.read()));
    let row = move |key| match key {
        RowKey::Team(team) => view! { <TeamRow desk team /> }.into_any(),
        RowKey::Person(id) => view! { <PersonRow desk id /> }.into_any(),
    };
    view! {
        <section class="section team__table" data-testid="team-table">
            <Table caption=move || lang.get().place_team() columns>
                <For each=move || keys.get() key=|key| *key children=row />
            </Table>
            <p class="section__note">{move || lang.get().team_win_rate_how()}</p>
        </section>
    }
}

fn row_keys(view: &TeamView) -> Vec<RowKey> {
    let keys = |group: &TeamGroup| {
        let people = group.people.iter().map(|line| RowKey::Person(line.id));
        std::iter::once(RowKey::Team(group.team)).chain(people).collect::<Vec<_>>()
    };
    view.groups.iter().flat_map(keys).collect()
}

#[component]
fn TeamRow(desk: Desk, team: Option<TeamId>) -> impl IntoView {
    let Desk { app, lang, view, team_form, .. } = desk;
    let group = Memo::new(move |_| view.read().groups.iter().find(|it| it.team == team).cloned());
    let name = move || match (team, &*group.read()) {
        (Some(_), Some(group)) => group.name.clone(),
        _ => lang.get().team_without().to_owned(),
    };
    let note = move || group.read().as_ref().map(|it| team_note(lang.get(), it));
    let nobody = move || {
        let empty = group.read().as_ref().is_some_and(|it| it.people.is_empty());
        empty.then(|| lang.get().team_nobody_in())
    };
    let open = move |id| {
        if let Some(team) = TeamForm::of(app, id) {
            team_form.show(team);
        }
    };
    let edit = team.map(|id| {
        view! {
            <Button
                kind=ButtonKind::Link
                label=move || lang.get().person_edit()
                on_press=move || open(id)
                attr:data-testid=format!("team-edit-{id}")
            />
        }
    });
    view! {
        <tr class="team__head">
            <th scope="rowgroup" colspan="5">
                <span class="team__head-words">
                    <span class="team__name">{name}</span>
                    <span class="team__note">{note}</span>
                    <span class="team__note">{nobody}</span>
                    {edit}
                </span>
            </th>
        </tr>
    }
}

#[component]
fn PersonRow(desk: Desk, id: PersonId) -> impl IntoView {
    let Desk { app, lang, view, .. } = desk;
    let line = Memo::new(move |_| {
        let (view, today) = (view.read(), app.today().get());
        view.groups.iter().find_map(|group| {
            let line = group.people.iter().find(|it| it.id == id)?;
            Some((line.clone(), person_note(lang.get(), line, group, today)))
        })
    });
    let home = Memo::new(move |_| app.view(&[Stored::Settings], |it| it.settings().currency()));
    let quarter = Memo::new(move |_| view.read().quarter);
    let cells = move |(line, note)| {
        let words = (lang.get(), quarter.get());
        person_cells(desk, words, line, note, (app.today().get(), home.get()))
    };
    view! {
        <tr class="team__person" data-testid=format!("person-row-{id}")>
            {move || line.get().map(cells)}
        </tr>
    }
}

fn person_cells(
    desk: Desk,
    (lang, quarter): (Lang, Period),
    line: PersonLine,
    about: String,
    (today, home): (Day, Currency),
) -> impl IntoView {
    let (rate, note) = win_rate(lang, line.rate);
    let open = match line.open {
        0 => "–".to_owned(),
        open => format::count(lang, open),
    };
    let (id, name) = (line.id, line.name.clone());
    // A dash stands where there is nothing, and says so.
    let figure = move |value: String, what: &str, of: Explained| match value.as_str() {
        "–" => value.into_any(),
        _ => {
            let label = [what, &name].join(" · ");
            let explain = move || desk.opened.set(Some((id, of.clone())));
            view! { <Figure value label on_explain=explain /> }.into_any()
        }
    };
    let won_in = lang.team_won_in(&format::period(lang, quarter));
    let rates = Explained::Told(Told::Group(None, Measure::Rate));
    let open = figure(open, lang.team_open(), Explained::Told(Told::Open));
    let worth = sums(lang, &line.open_value, home);
    let worth = figure(worth, lang.team_open_value(), Explained::Told(Told::OpenValue));
    let won = figure(won(lang, &line.won, home), &won_in, Explained::Won);
    let rate = figure(rate, lang.team_win_rate(), rates);
    view! {
        <th scope="row">
            <a class="team__link" href=Route::Person(line.id).href()>
                <Avatar name=line.name.clone() />
                <span class="list__main">
                    <span class="list__name">{line.name}</span>
                    <span class="team__note">{about}</span>
                </span>
                {presence_badge(lang, line.presence, today)}
            </a>
        </th>
        <td class="figures">{open}</td>
        <td class="figures">{worth}</td>
        <td class="figures">{won}</td>
        <td><span class="team__rate">{rate}</span><span class="team__note">{note}</span></td>
    }
}

/// A word for who is not simply there.
pub(super) fn presence_badge(lang: Lang, here: Presence, today: Day) -> Option<impl IntoView> {
    let tone = match here {
        Presence::Here => return None,
        Presence::Away(_) => Tone::Warn,
        Presence::Coming(_) | Presence::Left(_) => Tone::Plain,
    };
    let label = presence(lang, here, today);
    Some(view! { <Badge label tone icon=Icon::Calendar /> })
}
