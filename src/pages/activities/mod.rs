//! Who is due a word: overdue, today, this week; and what has been done. Worked off row by row.
//!
//! The part of the list and the person stand in the address.

mod export;
mod rhythms;
mod row;

use leptos::prelude::*;

use crate::domain::id::PersonId;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::{ActivityDialog, ActivityForm, TaskDialogs, TaskForms};
use crate::present::agenda::{Agenda, AgendaRow, AgendaTab, TABLES, agenda};
use crate::present::format;
use crate::present::lead::owners;
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use crate::ui::{Choice, EmptyPicture, EmptyState, SelectField, Tabs, WindowedList};
use export::CalendarFile;
use rhythms::Rhythms;
use row::Row;

/// The height of a row, in pixels.
const ROW_HEIGHT: u32 = 96;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    tab: Memo<AgendaTab>,
    person: Memo<Option<PersonId>>,
    agenda: Memo<Agenda>,
    tasks: TaskForms,
    activity: ActivityForm,
}

impl Desk {
    fn new(app: App) -> Desk {
        let route = app.route();
        let tab = Memo::new(move |before: Option<&AgendaTab>| match &*route.read() {
            Route::Activities(tab, _) => *tab,
            _ => before.copied().unwrap_or_default(),
        });
        let person = Memo::new(move |before: Option<&Option<PersonId>>| match &*route.read() {
            Route::Activities(_, person) => *person,
            _ => before.copied().flatten(),
        });
        let agenda = Memo::new(move |_| {
            let (today, person) = (app.today().get(), person.get());
            app.view(&TABLES, |it| agenda(it, today, person))
        });
        let (tasks, activity) = (TaskForms::closed(app), ActivityForm::closed(app));
        Desk { app, lang: app.lang(), tab, person, agenda, tasks, activity }
    }
}

/// Who is due a word, and what has been done.
#[component]
pub fn ActivitiesPage() -> impl IntoView {
    let desk = Desk::new(use_app());
    let Desk { app, lang, tab, person, agenda, .. } = desk;
    let tabs = move || {
        let (lang, agenda) = (lang.get(), agenda.read());
        let tab = |tab: AgendaTab| {
            let count = format::count(lang, agenda.rows(tab).len() as u64);
            Choice::new(tab.as_str(), lang.activities_tab(tab.words(lang), &count))
        };
        AgendaTab::ALL.map(tab).to_vec()
    };
    let select = move |id: String| {
        app.replace(Route::Activities(AgendaTab::named(&id), person.get_untracked()));
    };
    view! {
        <div class="list-page agenda" data-testid="activities-page">
            <div class="toolbar">
                <PersonFilter desk />
                <span class="toolbar__rest">
                    <Rhythms />
                    <CalendarFile desk />
                </span>
            </div>
            <Tabs
                label=move || lang.get().activities_list()
                tabs=Signal::derive(tabs)
                selected=Signal::derive(move || tab.get().as_str().to_owned())
                on_select=select
            >
                <Rows desk />
            </Tabs>
        </div>
        <TaskDialogs forms=desk.tasks />
        <ActivityDialog form=desk.activity />
    }
}

/// The rows of the part that is shown.
#[component]
fn Rows(desk: Desk) -> impl IntoView {
    let Desk { lang, tab, agenda, .. } = desk;
    let rows = Memo::new(move |_| agenda.read().rows(tab.get()).to_vec());
    view! {
        <Show
            when=move || !rows.read().is_empty()
            fallback=move || view! {
                <EmptyState
                    picture=EmptyPicture::List
                    sentence=move || tab.get().empty_words(lang.get())
                />
            }
        >
            <WindowedList
                label=move || tab.get().words(lang.get()).to_owned()
                ids=rows
                row_height=ROW_HEIGHT
                row=move |row: AgendaRow| view! { <Row desk row /> }.into_any()
            />
        </Show>
    }
}

/// Whose rows are shown.
#[component]
fn PersonFilter(desk: Desk) -> impl IntoView {
    let Desk { app, lang, tab, person, .. } = desk;
    let choices = move || {
        let (today, current) = (app.today().get(), person.get());
        let people = app.view(&[Table::People], |it| owners(it, today, current));
        let people = people.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
        let all = Choice::new("", lang.get().leads_everyone());
        std::iter::once(all).chain(people).collect::<Vec<_>>()
    };
    let choose = move |id: String| {
        app.replace(Route::Activities(tab.get_untracked(), id.parse().ok()));
    };
    view! {
        <span class="agenda__person" data-testid="activities-person">
            <SelectField
                label=move || lang.get().leads_person()
                choices=Signal::derive(choices)
                value=Signal::derive(move || person.get().map(|it| it.to_string()).unwrap_or_default())
                on_change=choose
            />
        </span>
    }
}
