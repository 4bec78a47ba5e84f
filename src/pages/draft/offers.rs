//! The leads that are left, what fits whoever is on turn best first: only the rows in sight are
//! built. Rows are known by their places, so that the keyboard stays where it is after a pick.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::Desk;
use crate::domain::draft::{Offer, Took};
use crate::domain::id::LeadId;
use crate::present::draft::OfferRow;
use crate::ui::{Button, Icon, SearchField, WindowedList, bool_word};

/// The height of a lead in the list, in pixels.
const ROW_HEIGHT: u32 = 64;

/// The list, with what narrows it.
#[component]
pub(super) fn Offers(desk: Desk) -> impl IntoView {
    let Desk { app, lang, deal, offers, view, .. } = desk;
    let text = RwSignal::new(String::new());
    let shown = Memo::new(move |_| {
        let found = app.leads_meant(&text.read());
        let (deal, offers) = (deal.read(), offers.read());
        let Some(deal) = deal.as_ref() else { return Vec::new() };
        let is_meant = |it: &&Offer| found.has(deal.survey.leads[it.lead]);
        offers.iter().filter(is_meant).copied().collect::<Vec<_>>()
    });
    let count = Memo::new(move |_| shown.read().len());
    let ids = Signal::derive(move || (0..count.get()).collect::<Vec<_>>());
    let asked = RwSignal::new(None::<LeadId>);
    let row = move |at: usize| view! { <Row desk shown asked at /> }.into_any();
    view! {
        <section class="draft__offers">
            <div class="draft__find">
                <SearchField
                    label=move || lang.get().draft_search()
                    value=text
                    on_input=move |typed: String| text.set(typed)
                    attr:data-testid="draft-search"
                />
                <p class="section__note" data-testid="draft-left">{move || view.read().left.clone()}</p>
                <Button
                    icon=Icon::Forward
                    label=move || lang.get().draft_pass()
                    on_press=move || desk.take(Took::Nothing)
                    attr:data-testid="draft-pass"
                />
            </div>
            <Show when=move || count.get() == 0>
                <p class="section__note" data-testid="draft-found-none">{move || lang.get().draft_found_none()}</p>
            </Show>
            <div
                class="draft__list"
                style:--rows=move || offers.read().len().to_string()
                data-testid="draft-list"
            >
                <WindowedList label=move || view.read().left.clone() ids row_height=ROW_HEIGHT row />
            </div>
        </section>
    }
}

/// One lead: picked with one press; where a rule forbids it, the press tells which.
#[component]
fn Row(
    desk: Desk,
    shown: Memo<Vec<Offer>>,
    asked: RwSignal<Option<LeadId>>,
    at: usize,
) -> impl IntoView {
    let lang = desk.lang;
    let row = Memo::new(move |_| {
        let offer = shown.read().get(at).copied()?;
        desk.row(&offer)
    });
    let part = move |read: fn(&OfferRow) -> &String| {
        row.with(|it| it.as_ref().map(|it| read(it).clone()).unwrap_or_default())
    };
    let can = Memo::new(move |_| row.with(|it| it.as_ref().is_some_and(|it| it.reason.is_empty())));
    let is_asked = Memo::new(move |_| {
        let id = row.with(|it| it.as_ref().map(|it| it.id));
        !can.get() && id.is_some() && asked.get() == id
    });
    let note = move || match is_asked.get() {
        true => part(|it| &it.reason),
        false => part(|it| &it.about),
    };
    let points = move || {
        let points = part(|it| &it.points);
        (!points.is_empty()).then(|| lang.get().draft_points(&points))
    };
    let is_best = move || (at == 0 && can.get() && desk.is_over()).then_some("true");
    view! {
        <div class="set-up__row draft__offer" data-best=is_best data-barred=move || (!can.get()).then_some("true") data-testid="draft-offer">
            <span class="list__main">
                <span class="list__name">{move || part(|it| &it.title)}</span>
                <span class="list__note" data-testid="draft-offer-note">{note}</span>
            </span>
            <span class="draft__worth">
                <span class="list__figure">{move || part(|it| &it.expected)}</span>
                <span class="list__note figures">{points}</span>
            </span>
            <PickButton desk row can asked is_asked />
        </div>
    }
}

/// One button for both, so that the keyboard stays on it as leads come and go.
#[component]
fn PickButton(
    desk: Desk,
    row: Memo<Option<OfferRow>>,
    can: Memo<bool>,
    asked: RwSignal<Option<LeadId>>,
    is_asked: Memo<bool>,
) -> impl IntoView {
    let lang = desk.lang;
    let words = move || match can.get() {
        true => lang.get().draft_pick(),
        false => lang.get().draft_why_not(),
    };
    let name = move || {
        let title = row.with(|it| it.as_ref().map(|it| it.title.clone()).unwrap_or_default());
        match can.get() {
            true => lang.get().draft_pick_of(&title),
            false => lang.get().draft_why_not_of(&title),
        }
    };
    // The second press of two in a row was meant for this turn, not for the next one.
    let press = move |event: MouseEvent| {
        let Some(id) = row.with_untracked(|it| it.as_ref().map(|it| it.id)) else { return };
        match (can.get_untracked(), event.detail()) {
            (true, 0 | 1) => desk.take(Took::Lead(id)),
            (true, _) => {}
            (false, _) => asked.update(|it| *it = (*it != Some(id)).then_some(id)),
        }
    };
    view! {
        <button
            type="button"
            class="button"
            data-kind="quiet"
            aria-label=name
            aria-expanded=move || (!can.get()).then(|| bool_word(is_asked.get()))
            on:click=press
            data-testid="draft-pick"
        >
            <span class="button__label">{words}</span>
        </button>
    }
}
