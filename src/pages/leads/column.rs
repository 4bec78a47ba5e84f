//! A column: its stage, how many leads, their sum, and the cards in sight.

use leptos::prelude::*;

use super::card::CardView;
use super::desk::{CARD_HEIGHT, Desk, Spot};
use super::drop::place_name;
use super::quick::QuickLine;
use crate::domain::id::StageId;
use crate::domain::money::Sums;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Table;
use crate::present::board::{Column, converted_text, sums_between, sums_text};
use crate::present::format;
use crate::ui::{
    Drag, Figure, Icon, IconButton, IconView, WindowedList, answer_first, busy_word, on_its_way,
};

/// A column of the board.
#[component]
pub(super) fn ColumnView(desk: Desk, drag: Drag, stage: Option<StageId>) -> impl IntoView {
    let lang = desk.app.lang();
    let place = place_name(stage);
    let (own, over) = (place.clone(), place.clone());
    let leads = Memo::new(move |_| part(desk, stage, |column| column.leads.clone()));
    let outcome = Memo::new(move |_| part(desk, stage, |column| column.outcome));
    let folded = Memo::new(move |_| desk.folded.with(|folded| folded.contains(&stage)));
    let landing = move || match drag.is_over(&over) {
        true if stage.is_none() => Some("refused"),
        true => Some("here"),
        false => None,
    };
    let label = move || {
        let count = format::count(lang.get(), leads.read().len() as u64);
        lang.get().leads_column(&name(desk, stage), &count)
    };
    view! {
        <section
            class="column"
            data-place=own
            data-testid="column"
            data-drop=landing
            data-outcome=move || outcome.get().to_string()
            data-folded=move || folded.get().then_some("")
            aria-label=label
        >
            <ColumnHead desk stage leads=Signal::derive(move || leads.read().len()) outcome />
            <div class="column__cards">
                <Show
                    when=move || !leads.read().is_empty()
                    fallback=move || {
                        view! { <p class="column__empty">{move || lang.get().leads_column_empty()}</p> }
                    }
                >
                    <WindowedList
                        label=move || name(desk, stage)
                        ids=leads
                        row_height=CARD_HEIGHT
                        row=move |id| view! { <CardView desk drag id /> }.into_any()
                        roving=true
                    />
                </Show>
            </div>
        </section>
    }
}

#[component]
fn ColumnHead(
    desk: Desk,
    stage: Option<StageId>,
    leads: Signal<usize>,
    outcome: Memo<Outcome>,
) -> impl IntoView {
    let lang = desk.app.lang();
    let folded = Memo::new(move |_| desk.folded.with(|folded| folded.contains(&stage)));
    let fold = move |()| {
        desk.folded.update(|folded| match folded.iter().position(|it| *it == stage) {
            Some(place) => drop(folded.swap_remove(place)),
            None => folded.push(stage),
        });
    };
    let (asked, ask) = answer_first(Callback::new(fold));
    let icon = move || match outcome.get() {
        Outcome::Open => None,
        Outcome::Won => Some(view! { <IconView icon=Icon::Won /> }),
        Outcome::Lost => Some(view! { <IconView icon=Icon::Lost /> }),
    };
    let fold_label = move || match folded.get() {
        true => lang.get().leads_unfold(&name(desk, stage)),
        false => lang.get().leads_fold(&name(desk, stage)),
    };
    view! {
        <header class="column__head">
            <button
                type="button"
                class="column__fold"
                data-testid="column-fold"
                aria-expanded=move || if folded.get() { "false" } else { "true" }
                aria-busy=move || busy_word(asked)
                title=fold_label
                on:click=move |_| ask(())
            >
                {icon}
                <span class="column__stage">{move || name(desk, stage)}</span>
                <span class="column__count" data-testid="column-count">
                    {move || format::count(lang.get(), leads.get() as u64)}
                </span>
            </button>
            <Show when=move || stage.is_some() && !folded.get()>
                <span class="column__add" data-testid="column-add">
                    <IconButton
                        icon=Icon::Plus
                        label=move || lang.get().leads_add_to(&name(desk, stage))
                        on_press=move || desk.quick.set(stage)
                    />
                </span>
            </Show>
            <ColumnSum desk stage />
            <Show when=move || stage.is_some() && desk.quick.get() == stage && !folded.get()>
                <QuickLine desk stage />
            </Show>
        </header>
    }
}

/// The sum of a column, counting to its new value when a card lands.
#[component]
pub(super) fn ColumnSum(desk: Desk, stage: Option<StageId>) -> impl IntoView {
    let lang = desk.app.lang();
    let home = Memo::new(move |_| desk.app.view(&[Table::Settings], |it| it.settings().currency()));
    let way = Memo::new(move |before: Option<&(Sums, Sums)>| {
        let to = part(desk, stage, |column| column.sums.clone());
        (before.map_or_else(|| to.clone(), |(_, from)| from.clone()), to)
    });
    let passed = on_its_way(way);
    let shown = move || {
        let way = way.read();
        sums_text(lang.get(), &sums_between(&way.0, &way.1, passed.get()), home.get())
    };
    let converted = move || {
        let converted = part(desk, stage, |column| column.converted.clone())?;
        let words = converted_text(lang.get(), &converted);
        Some(
            view! { <span class="column__converted" data-testid="column-converted">{words}</span> },
        )
    };
    view! {
        <span class="column__sum" data-testid="column-sum">
            <Figure
                value=Signal::derive(shown)
                label=move || lang.get().leads_sum(&name(desk, stage))
                on_explain=move || desk.explained.set(Some(Spot::Column(stage)))
            />
            {converted}
        </span>
    }
}

/// A part of a column, or its default where the column is not there any more.
pub(super) fn part<T: Default>(
    desk: Desk,
    stage: Option<StageId>,
    read: impl Fn(&Column) -> T,
) -> T {
    desk.board.with(|board| board.column(stage).map(read).unwrap_or_default())
}

/// The name of a column's stage.
pub(super) fn name(desk: Desk, stage: Option<StageId>) -> String {
    match stage {
        Some(_) => part(desk, stage, |column| column.name.clone()),
        None => desk.app.lang().get().leads_no_stage().to_owned(),
    }
}
