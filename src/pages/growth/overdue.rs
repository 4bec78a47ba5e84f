//! What a person promised and is overdue, on their own face: what a meeting agreed on is ticked off
//! here, for the meetings are not on this face; what a one-to-one did, among its points.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::meeting::MeetingCommand;
use crate::pages::common::OverdueLink;
use crate::present::growth::GrowthTab;
use crate::present::overdue::{
    AgreedIn, OVERDUE_TABLES, OverdueAction, OverdueView, overdue_actions,
};
use crate::runtime::route::Route;
use crate::runtime::ticking::moment;
use crate::ui::CheckField;

/// The longest overdue first; nothing where none is, and on the manager's face.
#[component]
pub(super) fn Overdue(desk: Desk) -> impl IntoView {
    let Desk { app, lang, manages, .. } = desk;
    let view = Memo::new(move |_| {
        if manages.get() {
            return OverdueView::default();
        }
        let (lang, face, today) = (lang.get(), app.face().get(), app.today().get());
        app.view(&OVERDUE_TABLES, |it| overdue_actions(it, lang, face, today))
    });
    let row = move |OverdueAction { from, text, note }: OverdueAction| match from {
        AgreedIn::Meeting(id) => {
            let tick = move |done: bool| {
                let closed = MeetingCommand::ClosePoint(id, done.then(moment));
                app.act(Command::Meeting(closed));
            };
            view! {
                <li class="list__row" data-testid="own-action">
                    <span class="list__main">
                        <CheckField label=text checked=false on_change=tick />
                        <span class="list__note" data-tone="warn">{note}</span>
                    </span>
                </li>
            }
            .into_any()
        }
        AgreedIn::Talk(_, person) => {
            let to = Route::Growth(person, GrowthTab::Talks);
            view! { <OverdueLink text note to name="own-action" /> }.into_any()
        }
    };
    let is_empty = Memo::new(move |_| view.read().count == 0);
    view! {
        <Show when=move || !is_empty.get()>
            <section class="section" data-testid="own-actions">
                <h3 class="section__title">{move || lang.get().overdue_own()}</h3>
                <ul class="list">
                    {move || view.read().actions.clone().into_iter().map(row).collect_view()}
                </ul>
                <p class="section__note">{move || view.read().more(lang.get())}</p>
            </section>
        </Show>
    }
}
