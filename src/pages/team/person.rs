//! One person in full: who it is, figures, goals, open leads, absences.

use leptos::prelude::*;

use super::Draft;
use super::absences::Absences;
use super::figures::{Explained, FigureSheet, PersonFigures};
use super::goals::PersonGoals;
use super::leads::OpenLeads;
use super::list::presence_badge;
use super::person_form::{PersonDialog, PersonForm};
use crate::domain::ability::Ability;
use crate::domain::command::Command;
use crate::domain::id::PersonId;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::team::{PersonView, TABLES, leads_of, person_view};
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use crate::ui::{Avatar, Button, ButtonKind, ButtonLink, Dialog, EmptyPicture, EmptyState, Icon};

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) app: App,
    pub(super) lang: Signal<Lang>,
    pub(super) id: Memo<PersonId>,
    pub(super) view: Memo<Option<PersonView>>,
    /// Which figure is being explained.
    pub(super) opened: RwSignal<Option<Explained>>,
}

/// The person in the address.
#[component]
pub fn PersonPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let id = Memo::new(move |before| match &*app.route().read() {
        Route::Person(id) => *id,
        _ => before.copied().unwrap_or_default(),
    });
    let view = Memo::new(move |_| {
        let (id, today) = (id.get(), app.today().get());
        let tables = [&TABLES[..], &[Table::Customers]].concat();
        app.view(&tables, |workspace| person_view(workspace, lang.get(), today, id))
    });
    let desk = Desk { app, lang, id, view, opened: RwSignal::new(None) };
    let known = Memo::new(move |_| view.read().is_some());
    let gone = move || {
        view! {
            <EmptyState picture=EmptyPicture::List sentence=move || lang.get().person_unknown()>
                <ButtonLink
                    kind=ButtonKind::Primary
                    label=move || lang.get().person_to_team()
                    href=Route::Team.href()
                />
            </EmptyState>
        }
    };
    view! {
        <div class="two-pane" data-testid="person-page">
            <div class="two-pane__main">
                <Show when=move || known.get() fallback=gone>
                    <div class="content person">
                        <Head desk />
                        <PersonFigures desk />
                        <div class="columns">
                            <PersonGoals desk />
                            <OpenLeads desk />
                            <About desk />
                            <Absences desk />
                        </div>
                    </div>
                </Show>
            </div>
            <FigureSheet desk />
        </div>
    }
}

#[component]
fn Head(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, view, .. } = desk;
    let form = Draft::<PersonForm>::closed();
    let deleting = RwSignal::new(false);
    let edit = move || {
        if let Some(person) = PersonForm::of(app, id.get_untracked()) {
            form.show(person);
        }
    };
    let name = Memo::new(move |_| {
        view.read().as_ref().map(|it| it.person.name.clone()).unwrap_or_default()
    });
    let note = move || {
        let view = view.read();
        let view = view.as_ref()?;
        let parts = [&view.person.role, &view.team, &view.person.region].into_iter();
        Some(parts.filter(|it| !it.is_empty()).cloned().collect::<Vec<_>>().join(" · "))
    };
    let badge = move || {
        let here = view.read().as_ref()?.line.presence;
        presence_badge(lang.get(), here, app.today().get())
    };
    view! {
        <ButtonLink
            kind=ButtonKind::Link
            icon=Icon::Back
            label=move || lang.get().person_to_team()
            href=Route::Team.href()
            attr:class="button way-back"
        />
        <header class="person__head">
            {move || view! { <Avatar name=name.get() /> }}
            <div class="list__main">
                <h2 data-testid="person-heading">{name} " " {badge}</h2>
                <p class="section__note">{note}</p>
            </div>
            <div class="actions">
                <ButtonLink
                    kind=ButtonKind::Primary
                    icon=Icon::Chart
                    label=move || lang.get().growth_open()
                    href=Signal::derive(move || Route::Growth(id.get(), Default::default()).href())
                    attr:data-testid="person-growth"
                />
                <Button
                    icon=Icon::Edit
                    label=move || lang.get().person_edit()
                    on_press=edit
                    attr:data-testid="person-edit"
                />
                <Button
                    kind=ButtonKind::Danger
                    icon=Icon::Trash
                    label=move || lang.get().person_delete()
                    on_press=move || deleting.set(true)
                    attr:data-testid="person-delete"
                />
            </div>
        </header>
        <PersonDialog form />
        <DeleteDialog desk name open=deleting />
    }
}

#[component]
fn DeleteDialog(desk: Desk, name: Memo<String>, open: RwSignal<bool>) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let effect = move || {
        let (all, open) = app.view(&[Table::Leads, Table::Stages], |it| leads_of(it, id.get()));
        match all {
            0 => lang.get().person_delete_none().to_owned(),
            all => lang.get().person_delete_leads(all, open),
        }
    };
    let delete = move || {
        open.set(false);
        app.act(Command::DeletePerson(id.get_untracked()));
        app.replace(Route::Team);
    };
    let actions = move || {
        view! {
            <Button label=move || lang.get().cancel() on_press=move || open.set(false) />
            <Button
                kind=ButtonKind::Danger
                label=move || lang.get().person_delete()
                on_press=delete
                attr:data-testid="person-delete-confirm"
            />
        }
    };
    view! {
        <Dialog open title=move || lang.get().person_delete_ask(&name.get()) on_close=move || open.set(false) actions>
            <p data-testid="person-delete-effect">{effect}</p>
            <p class="section__note">{move || lang.get().person_leave_instead()}</p>
        </Dialog>
    }
}

/// The plain facts of a person.
#[component]
fn About(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let facts = move || {
        let (view, lang) = (view.read(), lang.get());
        let Some(PersonView { person, team, .. }) = view.as_ref() else { return Vec::new() };
        let day = |day: Option<_>| day.map(|it| format::day(lang, it)).unwrap_or_default();
        let count = |it: i64| format::count(lang, it.unsigned_abs());
        let facts = [
            (lang.person_team(), team.clone()),
            (lang.person_role(), person.role.clone()),
            (lang.person_region(), person.region.clone()),
            (lang.person_email(), person.email.clone()),
            (lang.person_started(), day(person.started)),
            (lang.person_left(), day(person.left)),
            (
                lang.person_level(),
                person.level.map(|it| lang.level(it)).unwrap_or_default().to_owned(),
            ),
            (lang.person_capacity(), person.capacity.map(count).unwrap_or_default()),
        ];
        let abilities =
            Ability::ALL.map(|it| (lang.ability(it), it.of(person).join(lang.list_comma())));
        facts.into_iter().chain(abilities).collect()
    };
    let fact = |(name, value): (&'static str, String)| {
        let value = if value.is_empty() { "–".to_owned() } else { value };
        view! { <dt>{name}</dt><dd>{value}</dd> }
    };
    view! {
        <section class="section">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().person_facts()}</h3>
            </div>
            <dl class="facts">{move || facts().into_iter().map(fact).collect_view()}</dl>
        </section>
    }
}
