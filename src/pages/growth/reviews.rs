//! Reviews: both sides beside each other with the evidence of the whole period, and what was agreed.
//!
//! What somebody writes is kept while the page of the person stands, whatever part of it is looked
//! at; it goes with the face, for the next one may not see it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::Desk;
use super::evidence::Evidence;
use crate::domain::calendar::Span;
use crate::domain::command::Command;
use crate::domain::id::ReviewId;
use crate::domain::review::{Criterion, Opinion, Side};
use crate::i18n::Lang;
use crate::pages::common::{OwnDays, Refused};
use crate::present::growth::{MonthEvidence, ReviewCard, SideView, TABLES, review_cards};
use crate::runtime::refusal::Refusal;
use crate::ui::{
    AreaField, Button, ButtonKind, Choice, Column, Form, Icon, IconButton, SegmentedField, Table,
};

/// What is written and not given yet, by review.
#[derive(Clone, Debug, Default)]
pub(super) struct Drafts {
    opinions: BTreeMap<(ReviewId, Side), Opinion>,
    agreed: BTreeMap<ReviewId, String>,
}

/// The reviews of a person.
#[component]
pub(super) fn Reviews(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, manages, .. } = desk;
    let cards = Memo::new(move |_| {
        let (id, today) = (id.get(), app.today().get());
        let by = if manages.get() { Side::Manager } else { Side::Own };
        app.view(&TABLES, |it| review_cards(it, lang.get(), today, id, by))
    });
    let none = move || cards.read().is_empty().then(|| lang.get().review_none());
    let ids = move || cards.read().iter().map(|it| it.id).collect::<Vec<_>>();
    // A card is made anew where it says something else, not with every change of another.
    let card = move |id: ReviewId| {
        let card = Memo::new(move |_| cards.read().iter().find(|it| it.id == id).cloned());
        move || card.get().map(|card| view! { <OneReview desk card /> })
    };
    view! {
        <Show when=move || manages.get()>
            <Begin desk />
        </Show>
        <p class="section__note">{none}</p>
        <For each=ids key=|id| *id children=card />
    }
}

/// The days of a new review; the half year up to today to begin with.
#[component]
fn Begin(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let today = app.today().get_untracked();
    let days = RwSignal::new(Span { first: today.minus(182), last: today });
    let refusal = RwSignal::new(None::<Refusal>);
    let begin = move || {
        let review = app.draw_id().into();
        let begun = Command::BeginReview(review, id.get_untracked(), days.get_untracked());
        refusal.set(app.act_here(begun).err());
    };
    view! {
        <section class="section" data-testid="review-begin">
            <div class="growth__line">
                <OwnDays days />
                <Button
                    kind=ButtonKind::Primary
                    icon=Icon::Plus
                    label=move || lang.get().review_begin()
                    on_press=begin
                    attr:data-testid="review-begin-do"
                />
            </div>
            <Refused refusal />
        </section>
    }
}

#[component]
fn OneReview(desk: Desk, card: ReviewCard) -> impl IntoView {
    let Desk { app, lang, manages, .. } = desk;
    let ReviewCard { id, days, own, manager, sentence, evidence, both, agreed, shared, closed } =
        card;
    let told = agreed.clone();
    let (is_shared, is_closed) = (!shared.is_empty(), !closed.is_empty());
    let writes = move || both && !is_closed && manages.get();
    let share = move || {
        let agreed = agreed.clone();
        view! { <Share desk id agreed /> }
    };
    view! {
        <section class="section" data-testid="review">
            <div class="section__head">
                <h3 class="section__title">{days}</h3>
                <Show when=move || manages.get()>
                    <IconButton
                        icon=Icon::Trash
                        label=move || lang.get().review_delete()
                        on_press=move |()| app.act(Command::DeleteReview(id))
                    />
                </Show>
            </div>
            <p class="headline__sentence" data-testid="review-sentence">{sentence}</p>
            <Evidence desk review=id />
            <Months lang months=evidence />
            <div class="columns">
                <SidePane desk id side=Side::Own view=own both />
                <SidePane desk id side=Side::Manager view=manager both />
            </div>
            <p class="section__note">{shared}</p>
            <p class="section__note">{closed}</p>
            <Show when=writes fallback=move || view! { <p class="prose">{told.clone()}</p> }>
                {share.clone()}
            </Show>
            <Show when=move || is_shared && manages.get()>
                <End desk id is_closed />
            </Show>
        </section>
    }
}

/// One side: what is said, that it is hidden yet, or the form for whoever's side it is.
#[component]
fn SidePane(desk: Desk, id: ReviewId, side: Side, view: SideView, both: bool) -> impl IntoView {
    let Desk { lang, manages, drafts, .. } = desk;
    let SideView { opinion, note, sealed } = view;
    let begun = drafts.with_value(|it| it.opinions.contains_key(&(id, side)));
    let changing = RwSignal::new(begun || !sealed);
    let writes = move || !both && (manages.get() == (side == Side::Manager));
    let known = opinion.unwrap_or_default();
    let shown = known.clone();
    let form = move || {
        let opinion = known.clone();
        view! { <OpinionForm desk id side opinion changing /> }
    };
    view! {
        <div class="section" data-testid=format!("review-{side}")>
            <h4 class="section__title">{move || lang.get().review_side(side)}</h4>
            <p class="section__note">{note}</p>
            <Show when=move || writes() && changing.get() fallback=move || view! { <Marks lang opinion=shown.clone() /> }>
                {form.clone()}
            </Show>
            <Show when=move || writes() && !changing.get()>
                <Button
                    icon=Icon::Edit
                    label=move || lang.get().review_change()
                    on_press=move || changing.set(true)
                />
            </Show>
        </div>
    }
}

/// What is said; nothing where it may not be seen.
#[component]
fn Marks(lang: Signal<Lang>, opinion: Opinion) -> impl IntoView {
    let row = move |(criterion, step): (Criterion, i64)| {
        view! {
            <dt>{lang.get().criterion(criterion)}</dt>
            <dd class="growth__mark">{step} "/5"</dd>
        }
    };
    let pairs: Vec<_> = Criterion::ALL.into_iter().zip(opinion.steps).collect();
    view! {
        <dl class="facts">{pairs.into_iter().map(row).collect_view()}</dl>
        <p class="prose">{opinion.words}</p>
    }
}

#[component]
fn OpinionForm(
    desk: Desk,
    id: ReviewId,
    side: Side,
    opinion: Opinion,
    changing: RwSignal<bool>,
) -> impl IntoView {
    let Desk { app, lang, drafts, .. } = desk;
    let form = Form::<Opinion, Refusal>::closed();
    let kept = drafts.with_value(|it| it.opinions.get(&(id, side)).cloned());
    let mut begun = kept.unwrap_or(opinion);
    begun.steps.resize(Criterion::ALL.len(), 0);
    form.show(begun);
    let draft = form.draft;
    let keep = move || {
        let written = draft.get_untracked();
        drafts.update_value(|it| _ = it.opinions.insert((id, side), written));
    };
    let seal = move || {
        let written = draft.get_untracked();
        // Sealing shows the card anew, which would find the draft again.
        drafts.update_value(|it| _ = it.opinions.remove(&(id, side)));
        let sealed = app.act_here(Command::SealReview(id, side, written.clone()));
        match sealed.is_ok() {
            true => _ = changing.try_set(false),
            false => drafts.update_value(|it| _ = it.opinions.insert((id, side), written)),
        }
        form.settle(sealed);
    };
    let steps = Signal::derive(move || {
        (1..=5).map(|it: i64| Choice::new(it.to_string(), it.to_string())).collect::<Vec<_>>()
    });
    let criterion = move |(place, criterion): (usize, Criterion)| {
        let value = move || draft.read().steps.get(place).copied().unwrap_or(0).to_string();
        let set = move |it: String| {
            draft.update(|d| d.steps[place] = it.parse().unwrap_or(0));
            keep();
        };
        view! {
            <div class="growth__criterion">
                <p class="field__label">{move || lang.get().criterion(criterion)}</p>
                <SegmentedField
                    label=move || lang.get().criterion(criterion)
                    choices=steps
                    value=Signal::derive(value)
                    on_change=set
                />
            </div>
        }
    };
    let (words, set_words) = form.text(|it| &mut it.words);
    let write = move |text: String| {
        set_words.run(text);
        keep();
    };
    view! {
        <div class="form" data-testid=format!("review-form-{side}")>
            {Criterion::ALL.into_iter().enumerate().map(criterion).collect_view()}
            <AreaField label=move || lang.get().review_words() value=words on_input=write />
            <Refused refusal=form.refusal() />
            <div class="actions actions--start">
                <Button
                    kind=ButtonKind::Primary
                    icon=Icon::Check
                    label=move || lang.get().review_seal()
                    on_press=seal
                    attr:data-testid=format!("review-seal-{side}")
                />
            </div>
        </div>
    }
}

/// Closing a review that both have talked about, and opening it again.
#[component]
fn End(desk: Desk, id: ReviewId, is_closed: bool) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let (icon, name) = match is_closed {
        true => (Icon::Undo, "review-reopen"),
        false => (Icon::Lock, "review-close"),
    };
    let label = move || match is_closed {
        true => lang.get().review_reopen(),
        false => lang.get().review_close(),
    };
    let turn = move || match is_closed {
        true => app.act(Command::ReopenReview(id)),
        false => app.act(Command::CloseReview(id)),
    };
    view! {
        <div class="actions actions--start">
            <Button icon label=label on_press=turn attr:data-testid=name />
        </div>
    }
}

/// Every month of the period.
#[component]
fn Months(lang: Signal<Lang>, months: Vec<MonthEvidence>) -> impl IntoView {
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("month", lang.review_month()),
            Column::figure("won", lang.review_won()),
            Column::figure("closed", lang.review_closed()),
            Column::figure("words", lang.review_words_count()),
            Column::figure("feedback", lang.review_praise()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = |it: MonthEvidence| {
        view! {
            <tr data-testid="review-month">
                <th scope="row">{it.month}</th>
                <td class="figures">{it.won}</td>
                <td class="figures">{it.closed}</td>
                <td class="figures">{it.activities}</td>
                <td class="figures">{it.feedback}</td>
            </tr>
        }
    };
    view! {
        <Table caption=move || lang.get().review_evidence() columns>
            {months.into_iter().map(row).collect_view()}
        </Table>
        <p class="section__note">{move || lang.get().review_evidence_note()}</p>
    }
}

/// What was agreed on, and showing all of it to both.
#[component]
fn Share(desk: Desk, id: ReviewId, agreed: String) -> impl IntoView {
    let Desk { app, lang, drafts, .. } = desk;
    let words =
        RwSignal::new(drafts.with_value(|it| it.agreed.get(&id).cloned()).unwrap_or(agreed));
    let write = move |text: String| {
        drafts.update_value(|it| _ = it.agreed.insert(id, text.clone()));
        words.set(text);
    };
    let share = move || {
        let written = words.get_untracked();
        drafts.update_value(|it| _ = it.agreed.remove(&id));
        match app.act_here(Command::ShareReview(id, written.clone())) {
            Ok(()) => {}
            Err(refusal) => {
                drafts.update_value(|it| _ = it.agreed.insert(id, written));
                app.say_refused(&refusal);
            }
        }
    };
    view! {
        <div class="form">
            <AreaField
                label=move || lang.get().review_agreed()
                value=words
                on_input=write
                lines=2
            />
            <div class="actions actions--start">
                <Button
                    kind=ButtonKind::Primary
                    icon=Icon::Eye
                    label=move || lang.get().review_share()
                    on_press=share
                    attr:data-testid="review-share"
                />
            </div>
        </div>
    }
}
