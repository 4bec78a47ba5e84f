//! What everybody knows, speaks and sells in, in one table with ticks: many people are changed as
//! one step.

use leptos::prelude::*;

use super::ability_field::Remarks;
use crate::domain::ability::{Ability, plain};
use crate::domain::command::Command;
use crate::domain::id::PersonId;
use crate::i18n::Lang;
use crate::pages::common::Refused;
use crate::present::format;
use crate::present::team::abilities::{
    ABILITY_TABLES, AbilityRow, AbilityTable, Ticks, ability_table, is_full, toggle_column,
};
use crate::runtime::app::use_app;
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, Choice, Dialog, FormActions, Icon, SegmentedField, TextField};

/// What the parts of the dialog share.
#[derive(Clone, Copy)]
struct Desk {
    lang: Signal<Lang>,
    /// Of what the table is.
    ability: RwSignal<Ability>,
    /// Words that were added as columns.
    added: RwSignal<Vec<String>>,
    ticks: RwSignal<Ticks>,
    table: Memo<AbilityTable>,
}

/// The dialog with the table; made anew each time it opens.
#[component]
pub(super) fn AbilitiesDialog(open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let ability = RwSignal::new(Ability::default());
    let (added, ticks) = (RwSignal::new(Vec::new()), RwSignal::new(Ticks::new()));
    let table = Memo::new(move |_| match open.get() {
        true => app.view(&ABILITY_TABLES, |it| {
            ability_table(it, app.today().get(), ability.get(), &added.read(), &ticks.read())
        }),
        false => AbilityTable::default(),
    });
    let desk = Desk { lang, ability, added, ticks, table };
    let refusal = RwSignal::new(None::<Refusal>);
    let begin_anew = move || {
        added.set(Vec::new());
        ticks.set(Ticks::new());
        refusal.set(None);
    };
    let close = move || {
        open.set(false);
        begin_anew();
    };
    let save = move || {
        let said = table.read_untracked().changes.clone();
        if said.is_empty() {
            return close();
        }
        match app.give(Command::SetAbilities(ability.get_untracked(), said)) {
            Ok(()) => close(),
            Err(why) => refusal.set(Some(why)),
        }
    };
    let actions = move || {
        view! { <FormActions name="abilities-save" on_cancel=close on_save=save /> }
    };
    view! {
        <Dialog open title=move || lang.get().abilities_title() on_close=close actions>
            <div class="form abilities" data-testid="abilities">
                <Which desk on_change=begin_anew />
                <p class="section__note">{move || lang.get().abilities_note()}</p>
                <AbilityGrid desk />
                <AddColumn desk />
                <p class="section__note" role="status" data-testid="abilities-changed">
                    {move || changed_words(lang.get(), table.read().changes.len())}
                </p>
                <Refused refusal />
            </div>
        </Dialog>
    }
}

fn changed_words(lang: Lang, count: usize) -> String {
    match count {
        0 => String::new(),
        count => lang.abilities_changed(&format::count(lang, count as u64)),
    }
}

/// Of what the table is. What is ticked and not saved belongs to one kind alone, so that a save is
/// one change that is seen whole.
#[component]
fn Which(desk: Desk, #[prop(into)] on_change: Callback<()>) -> impl IntoView {
    let Desk { lang, ability, .. } = desk;
    let place = |it: Ability| Ability::ALL.iter().position(|other| *other == it).unwrap_or(0);
    let choices = Signal::derive(move || {
        let choice = |it: Ability| Choice::new(place(it).to_string(), lang.get().ability(it));
        Ability::ALL.map(choice).to_vec()
    });
    let choose = move |id: String| {
        let chosen = id.parse().ok().and_then(|it: usize| Ability::ALL.get(it).copied());
        ability.set(chosen.unwrap_or_default());
        on_change.run(());
    };
    view! {
        <SegmentedField
            label=move || lang.get().abilities_which()
            choices
            value=Signal::derive(move || place(ability.get()).to_string())
            on_change=choose
        />
    }
}

/// People by words, each with a tick.
#[component]
fn AbilityGrid(desk: Desk) -> impl IntoView {
    let Desk { lang, ability, ticks, table, .. } = desk;
    let columns = Memo::new(move |_| table.read().columns.clone());
    let people = Memo::new(move |_| {
        let rows = &table.read().rows;
        rows.iter().map(|it| (it.person, it.name.clone())).collect::<Vec<_>>()
    });
    let head = move |(at, word): (usize, String)| {
        let named = word.clone();
        let label = move || match is_full(&table.read(), at) {
            true => lang.get().abilities_nobody_of(&named),
            false => lang.get().abilities_everybody(&named),
        };
        let toggle = move |_| ticks.update(|it| toggle_column(&table.read_untracked(), at, it));
        view! {
            <th scope="col">
                <button type="button" class="abilities__head" aria-label=label on:click=toggle>
                    {word}
                </button>
            </th>
        }
    };
    let row = move |(person, name): (PersonId, String)| {
        view! { <Person desk columns person name /> }
    };
    let empty = move || match (people.read().is_empty(), columns.read().is_empty()) {
        (true, _) => Some(lang.get().abilities_nobody()),
        (_, true) => Some(lang.get().abilities_none()),
        _ => None,
    };
    let caption = move || lang.get().ability(ability.get());
    view! {
        <p class="section__note">{empty}</p>
        <Show when=move || empty().is_none()>
            <div class="table-scroll abilities__table" tabindex="0" role="group" aria-label=caption>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{move || lang.get().team_person()}</th>
                            {move || columns.get().into_iter().enumerate().map(head).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || people.get() key=|it| it.clone() children=row />
                    </tbody>
                </table>
            </div>
        </Show>
    }
}

#[component]
fn Person(desk: Desk, columns: Memo<Vec<String>>, person: PersonId, name: String) -> impl IntoView {
    let Desk { lang, ticks, table, .. } = desk;
    let ticked = Memo::new(move |_| {
        let rows = &table.read().rows;
        rows.iter().find(|it: &&AbilityRow| it.person == person).map(|it| it.ticked.clone())
    });
    let heading = name.clone();
    let cell = move |(at, word): (usize, String)| {
        let is_ticked = move || ticked.read().as_ref().is_some_and(|it| it.get(at) == Some(&true));
        let label = lang.get().abilities_tick(&name, &word);
        let tick = move |event| {
            let ticked = event_target_checked(&event);
            ticks.update(|it| _ = it.insert((person, plain(&word)), ticked));
        };
        view! {
            <td class="abilities__cell">
                <label class="check__label">
                    <input
                        type="checkbox"
                        class="check__box"
                        aria-label=label
                        prop:checked=is_ticked
                        on:change=tick
                    />
                </label>
            </td>
        }
    };
    view! {
        <tr data-testid="abilities-row">
            <th scope="row">{heading}</th>
            {move || columns.get().into_iter().enumerate().map(cell.clone()).collect_view()}
        </tr>
    }
}

/// A word that nobody has yet becomes a column.
#[component]
fn AddColumn(desk: Desk) -> impl IntoView {
    let Desk { lang, ability, added, .. } = desk;
    let typed = RwSignal::new(String::new());
    let add = move || {
        let word = typed.get_untracked().trim().to_owned();
        if !word.is_empty() {
            added.update(|it| it.push(word));
            typed.set(String::new());
        }
    };
    let set = Callback::new(move |text: String| typed.set(text));
    view! {
        <div class="abilities__add">
            <TextField
                label=move || lang.get().abilities_add()
                value=typed
                on_input=set
                on_enter=add
                attr:data-testid="abilities-word"
            />
            <Button
                icon=Icon::Plus
                label=move || lang.get().abilities_add_act()
                on_press=add
                attr:data-testid="abilities-add"
            />
        </div>
        {move || view! { <Remarks ability=ability.get() value=typed.into() on_input=set /> }}
    }
}
