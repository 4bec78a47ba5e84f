//! The contact plan: who is due a word in the days to come, from whom, and about what.

use leptos::prelude::*;

use super::nav::MeetingNav;
use crate::domain::id::LeadId;
use crate::i18n::Lang;
use crate::pages::common::{TaskDialogs, TaskForms};
use crate::present::agenda::AgendaTab;
use crate::present::format;
use crate::present::meeting::contacts::{CONTACT_TABLES, ContactGroup, ContactLine, contact_plan};
use crate::runtime::app::use_app;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{
    Button, ButtonKind, ButtonLink, Choice, EmptyPicture, EmptyState, Icon, IconView,
    SegmentedField,
};

/// So many days ahead can be looked.
const AHEAD: [u64; 3] = [0, 7, 30];

/// Person by person.
#[component]
pub(super) fn ContactsPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let tasks = TaskForms::closed(app);
    let ahead = RwSignal::new(AHEAD[1]);
    let plan = Memo::new(move |_| {
        let today = app.today().get();
        let by = today.plus(ahead.get());
        app.view(&CONTACT_TABLES, |it| contact_plan(it, lang.get(), today, by))
    });
    let choices = Signal::derive(move || {
        let name = |days| match days {
            0 => lang.get().contact_today().to_owned(),
            days => lang.get().contact_days(&format::count(lang.get(), days)),
        };
        AHEAD.map(|it| Choice::new(it.to_string(), name(it))).to_vec()
    });
    let sentence = move || {
        let plan = plan.read();
        let (all, late) = count(&plan);
        lang.get()
            .contact_sentence(&format::count(lang.get(), all), &format::count(lang.get(), late))
    };
    let is_empty = Memo::new(move |_| plan.read().is_empty());
    let none = move || {
        let sentence = move || lang.get().contact_none();
        view! {
            <EmptyState picture=EmptyPicture::List sentence>
                <ButtonLink
                    label=move || lang.get().activities_title()
                    href=Route::Activities(AgendaTab::default(), None).href()
                />
            </EmptyState>
        }
    };
    view! {
        <div class="content" data-testid="contacts-page">
            <MeetingNav />
            <section class="headline">
                <p class="headline__sentence" data-testid="contacts-sentence">{sentence}</p>
                <SegmentedField
                    label=move || lang.get().contact_ahead()
                    choices
                    value=Signal::derive(move || ahead.get().to_string())
                    on_change=move |it: String| ahead.set(it.parse().unwrap_or(AHEAD[1]))
                />
            </section>
            <Show when=move || !is_empty.get() fallback=none>
                {move || plan.get().into_iter().map(|it| group(lang, tasks, it)).collect_view()}
            </Show>
            <TaskDialogs forms=tasks />
        </div>
    }
}

fn count(plan: &[ContactGroup]) -> (u64, u64) {
    let lines = || plan.iter().flat_map(|it| it.1.iter());
    (lines().count() as u64, lines().filter(|it| it.late).count() as u64)
}

fn group(lang: Signal<Lang>, tasks: TaskForms, (name, lines): ContactGroup) -> impl IntoView {
    let row = move |line: ContactLine| {
        let ContactLine { title, what, about, when, late, task, lead } = line;
        view! {
            <li class="list__row agenda__row" data-testid="contact-row">
                <a class="agenda__open" href=address(lead)>
                    <span class="list__main">
                        <span class="list__name">{title}</span>
                        <span class="agenda__what">{what}</span>
                        <span class="list__note">{about}</span>
                        <span class="list__note" data-tone=late.then_some("warn")>
                            {late.then(|| view! { <IconView icon=Icon::Clock /> })}
                            {when}
                        </span>
                    </span>
                </a>
                <span class="agenda__actions">
                    <Button
                        icon=Icon::Check
                        label=move || lang.get().activities_done_word()
                        on_press=move || tasks.finish(task)
                        attr:data-testid="contact-done"
                    />
                    <Button
                        kind=ButtonKind::Quiet
                        icon=Icon::Calendar
                        label=move || lang.get().activities_move_word()
                        on_press=move || tasks.postpone(task)
                    />
                </span>
            </li>
        }
    };
    view! {
        <section class="section" data-testid="contact-group">
            <div class="section__head"><h2 class="section__title">{name}</h2></div>
            <ul class="list">{lines.into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

/// The lead it is about; where there is none, the customers.
fn address(lead: Option<LeadId>) -> String {
    match lead {
        Some(lead) => Route::Lead(lead, BoardAddress::default()).href(),
        None => Route::Customers.href(),
    }
}
