//! How many are due a word, and the way to them; and what is worked on with people and due.

use leptos::prelude::*;

use super::Desk;
use crate::domain::workspace::Table;
use crate::present::agenda::{AgendaTab, TABLES, due_agenda};
use crate::present::format;
use crate::present::growth::GrowthTab;
use crate::present::today::{AimDue, aims_due};
use crate::runtime::route::Route;
use crate::ui::{ButtonKind, ButtonLink, Icon};

/// Overdue and due today.
#[component]
pub(super) fn DueToday(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let counts = Memo::new(move |_| {
        let today = app.today().get();
        let agenda = app.view(&TABLES, |it| due_agenda(it, today, None));
        [AgendaTab::Overdue, AgendaTab::Today].map(|tab| agenda.rows(tab).len())
    });
    let row = move |tab: AgendaTab, place: usize| {
        let count = move || format::count(lang.get(), counts.read()[place] as u64);
        let late = move || (place == 0 && 0 < counts.read()[0]).then_some("warn");
        view! {
            <li>
                <a
                    class="list__row"
                    data-testid=format!("today-due-{}", tab.as_str())
                    href=Route::Activities(tab, None).href()
                >
                    <span class="list__main">
                        <span class="list__name">{move || tab.words(lang.get())}</span>
                    </span>
                    <span class="list__figure" data-tone=late>{count}</span>
                </a>
            </li>
        }
    };
    view! {
        <section class="section today__due" data-testid="today-due">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().today_due()}</h2>
                <ButtonLink
                    kind=ButtonKind::Link
                    icon=Icon::Phone
                    label=move || lang.get().today_all_due()
                    href=Route::Activities(AgendaTab::default(), None).href()
                />
            </div>
            <ul class="list">
                {row(AgendaTab::Overdue, 0)}
                {row(AgendaTab::Today, 1)}
            </ul>
            <AimsDue desk />
        </section>
    }
}

/// Coaching and plans whose last day has come, for the manager.
#[component]
fn AimsDue(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let aims = Memo::new(move |_| {
        let (lang, face, today) = (lang.get(), app.face().get(), app.today().get());
        app.view(&[Table::Aims, Table::People], |it| aims_due(it, lang, face, today))
    });
    let row = move |AimDue { person, name, note }: AimDue| {
        view! {
            <li>
                <a
                    class="list__row"
                    data-testid="today-aim"
                    href=Route::Growth(person, GrowthTab::Aims).href()
                >
                    <span class="list__main">
                        <span class="list__name">{move || lang.get().today_aim_due(&name)}</span>
                        <span class="list__note">{note}</span>
                    </span>
                </a>
            </li>
        }
    };
    view! { <ul class="list">{move || aims.get().into_iter().map(row).collect_view()}</ul> }
}
