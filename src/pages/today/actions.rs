//! Actions whose day has passed, each the way to where it is ticked off.

use leptos::prelude::*;

use super::Desk;
use crate::pages::common::OverdueLink;
use crate::present::growth::GrowthTab;
use crate::present::overdue::{AgreedIn, OVERDUE_TABLES, OverdueAction, overdue_actions};
use crate::runtime::route::{MeetingPlace, Route};
use crate::ui::{ButtonKind, ButtonLink, Icon};

/// The longest overdue first; nothing where none is.
#[component]
pub(super) fn OverdueActions(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let view = Memo::new(move |_| {
        let (lang, face, today) = (lang.get(), app.face().get(), app.today().get());
        app.view(&OVERDUE_TABLES, |it| overdue_actions(it, lang, face, today))
    });
    let row = move |OverdueAction { from, text, note }: OverdueAction| {
        let to = match from {
            AgreedIn::Meeting(_) => Route::Meeting(MeetingPlace::Home),
            AgreedIn::Talk(_, person) => Route::Growth(person, GrowthTab::Talks),
        };
        view! { <OverdueLink text note to name="today-action" /> }
    };
    let is_empty = Memo::new(move |_| view.read().count == 0);
    let more = move || view.read().more(lang.get());
    view! {
        <Show when=move || !is_empty.get()>
            <section class="section" data-testid="today-actions">
                <div class="section__head">
                    <h2 class="section__title">{move || lang.get().overdue_actions()}</h2>
                    <ButtonLink
                        kind=ButtonKind::Link
                        icon=Icon::Meet
                        label=move || lang.get().overdue_all()
                        href=Route::Meeting(MeetingPlace::Home).href()
                    />
                </div>
                <ul class="list">
                    {move || view.read().actions.clone().into_iter().map(row).collect_view()}
                </ul>
                <p class="section__note">{more}</p>
            </section>
        </Show>
    }
}
