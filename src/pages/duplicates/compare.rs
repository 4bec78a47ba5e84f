//! One pair: which of both stays, whose value stays where they differ, what moves; merged, or said
//! not to be the same.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::id::RecordId;
use crate::present::duplicates::{
    DUPLICATE_TABLES, FieldRow, differing, merging, moving, taken, title,
};
use crate::present::format;
use crate::ui::{Button, ButtonKind, Icon, Sheet};

/// The sheet with the chosen pair; open while there is one.
#[component]
pub(super) fn CompareSheet(desk: Desk) -> impl IntoView {
    let Desk { lang, pairs, chosen, .. } = desk;
    // An undo or another tab may take the pair off the list.
    let pair = Memo::new(move |_| {
        let pair = chosen.get()?;
        pairs.read().iter().any(|it| [it.first, it.second] == pair).then_some(pair)
    });
    let body = move || pair.get().map(|pair| view! { <Comparison desk pair /> });
    view! {
        <Sheet
            open=Signal::derive(move || pair.read().is_some())
            title=move || lang.get().place_duplicates()
            on_close=move || chosen.set(None)
        >
            {body}
        </Sheet>
    }
}

/// The two that are compared, the one that stays first.
fn kept_first(desk: Desk, pair: [RecordId; 2]) -> [RecordId; 2] {
    let [first, second] = pair;
    if desk.kept.get() == second { [second, first] } else { pair }
}

#[component]
fn Comparison(desk: Desk, pair: [RecordId; 2]) -> impl IntoView {
    let Desk { app, lang, kind, kept, said, .. } = desk;
    let rows = Memo::new(move |_| {
        app.view(&DUPLICATE_TABLES, |it| differing(it, lang.get(), kind.get(), pair))
    });
    let taken = Memo::new(move |_| {
        let order = kept_first(desk, pair);
        app.view(&DUPLICATE_TABLES, |it| taken(it, kind.get(), order, &said.read()))
    });
    let names = move || app.view(&DUPLICATE_TABLES, |it| pair.map(|id| title(it, kind.get(), id)));
    let which = move || {
        let label = lang.get().duplicates_keep().to_owned();
        let is_first = move || kept.get() != pair[1];
        let keep = move |place: usize| kept.set(pair[place]);
        view! { <Choose label values=names() is_first=Signal::derive(is_first) on_choose=keep /> }
    };
    let field = move |row: FieldRow| {
        let FieldRow { field, label, values } = row;
        let is_first = move || {
            let from_gone = taken.read().contains(&field);
            (kept.get() != pair[1]) != from_gone
        };
        let choose = move |place: usize| {
            said.update(|it| {
                it.retain(|(name, _)| *name != field);
                it.push((field, pair[place]));
            });
        };
        view! { <Choose label values is_first=Signal::derive(is_first) on_choose=choose /> }
    };
    let fields = move || rows.get().into_iter().map(field).collect_view();
    view! {
        <div class="form" data-testid="duplicates-compare">
            <div data-testid="duplicates-keep">{which}</div>
            <h3 class="section__title">{move || lang.get().duplicates_fields()}</h3>
            <Show when=move || rows.read().is_empty()>
                <p class="section__note">{move || lang.get().duplicates_alike()}</p>
            </Show>
            {fields}
            <Answers desk pair taken />
        </div>
    }
}

/// One of two values, both in full.
#[component]
fn Choose(
    label: String,
    values: [String; 2],
    is_first: Signal<bool>,
    #[prop(into)] on_choose: Callback<usize>,
) -> impl IntoView {
    let lang = crate::ui::use_lang();
    let group = crate::ui::id::fresh_id();
    let value = move |(place, text): (usize, String)| {
        let words = move || match text.is_empty() {
            true => lang.get().duplicates_nothing().to_owned(),
            false => text.clone(),
        };
        view! {
            <label class="choose__value">
                <input
                    type="radio"
                    name=group.clone()
                    prop:checked=move || is_first.get() == (place == 0)
                    on:change=move |_| on_choose.run(place)
                />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <fieldset class="choose">
            <legend class="field__label">{label}</legend>
            {values.into_iter().enumerate().map(value).collect_view()}
        </fieldset>
    }
}

/// What moves, and the two answers.
#[component]
fn Answers(desk: Desk, pair: [RecordId; 2], taken: Memo<Vec<&'static str>>) -> impl IntoView {
    let Desk { app, lang, kind, chosen, .. } = desk;
    let command = Memo::new(move |_| {
        let order = kept_first(desk, pair);
        app.view(&DUPLICATE_TABLES, |it| merging(it, kind.get(), order, &taken.read()))
    });
    let moves = move || {
        let command = command.read();
        let command = command.as_ref()?;
        let moved = app.peek(|it| moving(it, command, &app.context()));
        Some(lang.get().duplicates_moves(&format::count(lang.get(), moved as u64)))
    };
    let give = move |command: Option<Command>| {
        chosen.set(None);
        if let Some(command) = command {
            app.act(command);
        }
    };
    let [first, second] = pair;
    view! {
        <p class="section__note" data-testid="duplicates-moves">{moves}</p>
        <div class="actions">
            <Button
                label=move || lang.get().duplicates_distinct()
                on_press=move || give(Some(Command::MarkDistinct(first, second)))
                attr:data-testid="duplicates-distinct"
            />
            <Button
                kind=ButtonKind::Primary
                icon=Icon::Check
                label=move || lang.get().duplicates_merge()
                on_press=move || give(command.get_untracked())
                attr:data-testid="duplicates-merge"
            />
        </div>
    }
}
