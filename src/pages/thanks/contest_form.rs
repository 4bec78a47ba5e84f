//! Beginning a contest, or changing one that runs: how it is decided, what counts, when, and who takes part.

use leptos::html;
use leptos::prelude::*;

use super::contest_list::ContestDesk;
use crate::domain::command::Command;
use crate::domain::goal::Bearer;
use crate::domain::thanks::{ContestKind, Counted, ThanksDeed};
use crate::pages::common::{PickSeveral, Refused, toggle};
use crate::ui::{
    Button, CheckField, Choice, DateField, FormActions, SelectField, TextField, arrive_at,
};

#[component]
pub(super) fn ContestForm(desk: ContestDesk) -> impl IntoView {
    let ContestDesk { app, lang, view, form, edited, .. } = desk;
    let draft = form.draft;
    let kind = Memo::new(move |_| draft.read().kind.unwrap_or_default());
    let kinds = move || {
        let choice = |it: ContestKind| Choice::new(it.to_string(), lang.get().contest_kind_of(it));
        ContestKind::ALL.map(choice).to_vec()
    };
    let counted = move || {
        let choice = |it: Counted| Choice::new(it.to_string(), lang.get().contest_counted_of(it));
        Counted::ALL.map(choice).to_vec()
    };
    let set_kind = move |it: String| {
        draft.update(|draft| {
            draft.kind = it.parse().ok();
            draft.sides.clear();
        });
    };
    let place = NodeRef::<html::Div>::new();
    arrive_at(place);
    let sides = move || {
        let view = view.read();
        let sides = if kind.get() == ContestKind::Teams { &view.teams } else { &view.people };
        sides.clone()
    };
    let save = move || {
        let contest = Box::new(draft.get_untracked());
        let id = edited.get_untracked().unwrap_or_else(|| app.draw_id().into());
        let deed = ThanksDeed::SaveContest(id, contest);
        form.settle(app.act_here(Command::Thanks(Box::new(deed))));
    };
    let target = draft.with_untracked(|it| it.target);
    let typed = RwSignal::new(if 0 < target { target.to_string() } else { String::new() });
    // What counts stays once something has counted.
    let can_measure = Memo::new(move |_| {
        let view = view.read();
        let id = edited.get();
        view.cards.iter().find(|it| Some(it.id) == id).is_none_or(|it| it.can_measure)
    });
    let begins = move || match edited.get() {
        None => lang.get().contest_begin().to_owned(),
        Some(_) => lang.get().contest_save().to_owned(),
    };
    let (prize, set_prize) = form.text(|it| &mut it.prize);
    let set_target = move |it: String| {
        draft.update(|draft| draft.target = it.trim().parse().unwrap_or(0));
        typed.set(it);
    };
    let (name, set_name) = form.text(|it| &mut it.name);
    view! {
        <div class="form thanks__form" tabindex="-1" data-testid="contest-form" node_ref=place>
            <TextField label=move || lang.get().contest_name() value=name on_input=set_name attr:data-testid="contest-name" />
            <Show when=move || edited.get().is_some()>
                <p class="section__note prose" data-testid="contest-edit-note">
                    {move || lang.get().contest_edit_note()}
                </p>
            </Show>
            <Show
                when=move || can_measure.get()
                fallback=move || view! { <p class="section__note prose">{move || lang.get().contest_measured_note()}</p> }
            >
                <div class="form__row">
                    <SelectField
                        label=move || lang.get().contest_kind()
                        choices=Signal::derive(kinds)
                        value=Signal::derive(move || kind.get().to_string())
                        on_change=set_kind
                        attr:data-testid="contest-kind"
                    />
                    <SelectField
                        label=move || lang.get().contest_counted()
                        choices=Signal::derive(counted)
                        value=Signal::derive(move || draft.read().counted.unwrap_or_default().to_string())
                        on_change=move |it: String| draft.update(|draft| draft.counted = it.parse().ok())
                        attr:data-testid="contest-counted"
                    />
                </div>
            </Show>
            <div class="form__row">
                <DateField
                    label=move || lang.get().contest_first()
                    value=Signal::derive(move || draft.read().first.map(|it| it.to_string()).unwrap_or_default())
                    on_change=move |it: String| draft.update(|draft| draft.first = it.parse().ok())
                />
                <DateField
                    label=move || lang.get().contest_last()
                    value=Signal::derive(move || draft.read().last.map(|it| it.to_string()).unwrap_or_default())
                    on_change=move |it: String| draft.update(|draft| draft.last = it.parse().ok())
                />
            </div>
            <Show when=move || kind.get() == ContestKind::FirstTo && can_measure.get()>
                <TextField
                    label=move || lang.get().contest_target()
                    value=typed
                    on_input=set_target
                    attr:data-testid="contest-target"
                />
            </Show>
            <Together desk />
            <PickSeveral
                label=move || lang.get().contest_sides()
                all=Signal::derive(sides)
                picked=Signal::derive(move || draft.read().sides.clone())
                on_pick=move |side: Bearer| draft.update(|it| toggle(&mut it.sides, side))
            />
            <TextField label=move || lang.get().contest_prize() value=prize on_input=set_prize attr:data-testid="contest-prize-field" />
            <CheckField
                label=move || lang.get().contest_open()
                checked=Signal::derive(move || draft.read().open)
                on_change=move |it| draft.update(|draft| draft.open = it)
            />
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions
                    name="contest-save"
                    label=Signal::derive(begins)
                    on_cancel=move || form.close()
                    on_save=save
                />
            </div>
        </div>
    }
}

/// Everybody, nobody or a whole team with one tap; not for a duel, which two people fight.
#[component]
fn Together(desk: ContestDesk) -> impl IntoView {
    let ContestDesk { lang, view, form, .. } = desk;
    let draft = form.draft;
    let kind = Memo::new(move |_| draft.read().kind.unwrap_or_default());
    let is_teams = move || kind.get() == ContestKind::Teams;
    let everybody = move || {
        let view = view.read_untracked();
        let is_teams = kind.get_untracked() == ContestKind::Teams;
        let all = if is_teams { &view.teams } else { &view.people };
        all.iter().map(|it| it.0).collect::<Vec<Bearer>>()
    };
    let teams = move || if is_teams() { Vec::new() } else { view.read().by_team.clone() };
    let team = move |(name, people): (String, Vec<Bearer>)| {
        let people = StoredValue::new(people);
        let is_in = move || {
            let draft = draft.read();
            people.read_value().iter().all(|it| draft.sides.contains(it))
        };
        let press = move || {
            let goes = untrack(is_in);
            draft.update(|it| {
                let team = people.read_value();
                it.sides.retain(|it| !team.contains(it));
                it.sides.extend(team.iter().filter(|_| !goes));
            });
        };
        view! {
            <Button label=name pressed=Signal::derive(is_in) on_press=press attr:data-testid="contest-team" />
        }
    };
    view! {
        <Show when=move || kind.get() != ContestKind::Duel>
            <div class="actions actions--start" role="group" aria-label=move || lang.get().contest_together()>
                <Button
                    label=move || lang.get().contest_everybody()
                    on_press=move || draft.update(|it| it.sides = everybody())
                    attr:data-testid="contest-everybody"
                />
                <Button
                    label=move || lang.get().contest_nobody()
                    on_press=move || draft.update(|it| it.sides.clear())
                    attr:data-testid="contest-nobody"
                />
                {move || teams().into_iter().map(team).collect_view()}
            </div>
        </Show>
    }
}
