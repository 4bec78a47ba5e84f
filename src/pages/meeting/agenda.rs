//! The agenda of a kind of meeting: what is suggested and why, and the usual one to be changed.

use leptos::prelude::*;

use super::home::{Desk, start, suggested};
use crate::domain::command::Command;
use crate::domain::meeting::{MeetingCommand, MeetingKind, Section, Topic, plan_of};
use crate::pages::common::{MoveButtons, Refused};
use crate::present::format;
use crate::present::meeting::stakes::{Suggested, agenda};
use crate::present::meeting::{TABLES, section_name};
use crate::present::pipelines::Shift;
use crate::runtime::refusal::Refusal;
use crate::ui::{
    Button, ButtonKind, Choice, Column, FormActions, Icon, IconButton, SelectField, Sheet,
    Table as Grid, TextField,
};

/// The sheet; open while a kind is chosen.
#[component]
pub(super) fn AgendaSheet(desk: Desk) -> impl IntoView {
    let Desk { lang, chosen, .. } = desk;
    let title = move || match chosen.get() {
        Some(kind) => lang.get().meetings_agenda_of(lang.get().meeting_kind(kind)),
        None => String::new(),
    };
    let body = move || chosen.get().map(|kind| view! { <Agenda desk kind /> });
    view! {
        <Sheet
            open=Signal::derive(move || chosen.read().is_some())
            title=Signal::derive(title)
            on_close=move || chosen.set(None)
        >
            {body}
        </Sheet>
    }
}

#[component]
fn Agenda(desk: Desk, kind: MeetingKind) -> impl IntoView {
    let changing = RwSignal::new(false);
    view! {
        <div class="section" data-testid="meeting-agenda-sheet">
            <Show
                when=move || changing.get()
                fallback=move || view! { <Suggestion desk kind changing /> }
            >
                <Plan desk kind changing />
            </Show>
        </div>
    }
}

/// What is suggested today, section by section, and why.
#[component]
fn Suggestion(desk: Desk, kind: MeetingKind, changing: RwSignal<bool>) -> impl IntoView {
    let Desk { app, lang, view, .. } = desk;
    let found = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| agenda(it, lang.get(), today, kind))
    });
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("section", lang.meeting_section()),
            Column::figure("usual", lang.meeting_planned()),
            Column::figure("minutes", lang.meeting_suggested()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = move |it: Suggested| {
        let count = |minutes: i64| format::count(lang.get(), minutes.unsigned_abs());
        view! {
            <tr data-testid="agenda-suggested">
                <th scope="row">
                    {it.name}
                    <span class="agenda-why">{it.why}</span>
                </th>
                <td class="figures">{count(it.usual)}</td>
                <td class="figures"><strong>{count(it.section.minutes)}</strong></td>
            </tr>
        }
    };
    let runs = move || view.read().running.is_some();
    view! {
        <Grid caption=move || lang.get().meetings_agenda() columns>
            {move || found.get().into_iter().map(row).collect_view()}
        </Grid>
        <p class="section__note">{move || lang.get().meeting_formula()}</p>
        <div class="actions actions--start">
            <Button
                kind=ButtonKind::Primary
                icon=Icon::Play
                label=move || lang.get().meetings_begin()
                disabled=Signal::derive(runs)
                on_press=move || start(app, kind, suggested(app, kind))
                attr:data-testid="agenda-start"
            />
            <Button
                icon=Icon::Edit
                label=move || lang.get().meeting_plan_change()
                on_press=move || changing.set(true)
                attr:data-testid="agenda-change"
            />
        </div>
    }
}

/// A section as it is typed: the minutes may be no number yet.
type Typed = (Section, String);

/// The usual agenda, to be changed.
#[component]
fn Plan(desk: Desk, kind: MeetingKind, changing: RwSignal<bool>) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let typed = |it: Section| (it.minutes, it);
    let known: Vec<Typed> = app
        .peek(|it| plan_of(it, kind))
        .into_iter()
        .map(typed)
        .map(|(minutes, it)| (it, minutes.to_string()))
        .collect();
    let sections = RwSignal::new(known);
    let refusal = RwSignal::new(None::<Refusal>);
    let keep = move |plan: Vec<Section>| match app
        .act_here(Command::Meeting(MeetingCommand::SavePlan(kind, plan)))
    {
        Ok(()) => changing.set(false),
        Err(refused) => refusal.set(Some(refused)),
    };
    let save = move || {
        let read = |(section, minutes): Typed| Section {
            minutes: minutes.trim().parse().unwrap_or(0),
            name: section.name.trim().to_owned(),
            ..section
        };
        keep(sections.get_untracked().into_iter().map(read).collect());
    };
    let count = Memo::new(move |_| sections.read().len());
    view! {
        <ol class="list" data-testid="agenda-plan">
            {move || (0..count.get()).map(|place| view! { <PlanRow desk sections place /> }).collect_view()}
        </ol>
        <AddSection desk sections />
        <Refused refusal />
        <div class="actions">
            <Button
                label=move || lang.get().meeting_plan_reset()
                on_press=move || keep(Vec::new())
                attr:data-testid="agenda-reset"
            />
            <FormActions name="agenda-save" on_cancel=move || changing.set(false) on_save=save />
        </div>
    }
}

/// A section: its minutes, its name where it is the team's own, its place.
#[component]
fn PlanRow(desk: Desk, sections: RwSignal<Vec<Typed>>, place: usize) -> impl IntoView {
    let lang = desk.lang;
    let section = move || sections.read().get(place).cloned();
    let is_own = move || section().is_some_and(|(it, _)| it.topic == Topic::Own);
    let name = Signal::derive(move || {
        section().map(|(it, _)| section_name(lang.get(), &it)).unwrap_or_default()
    });
    let own = Signal::derive(move || section().map(|(it, _)| it.name).unwrap_or_default());
    let minutes = Signal::derive(move || section().map(|it| it.1).unwrap_or_default());
    let change = move |change: &dyn Fn(&mut Typed)| {
        sections.update(|it| it.get_mut(place).into_iter().for_each(change));
    };
    let shift = move |shift| {
        sections.update(|it| {
            let to = match shift {
                Shift::Up => place.checked_sub(1),
                Shift::Down => Some(place + 1).filter(|to| *to < it.len()),
            };
            to.into_iter().for_each(|to| it.swap(place, to));
        });
    };
    let remove = move || {
        sections.update(|it| {
            if place < it.len() {
                it.remove(place);
            }
        });
    };
    view! {
        <li class="list__row agenda-row">
            <Show
                when=is_own
                fallback=move || view! { <span class="list__main"><span class="list__name">{name}</span></span> }
            >
                <span class="list__main">
                    <TextField
                        label=move || lang.get().meeting_section_name()
                        value=own
                        on_input=move |text: String| change(&move |it| it.0.name = text.clone())
                    />
                </span>
            </Show>
            <span class="agenda-row__minutes" data-testid="agenda-minutes">
                <TextField
                    label=move || lang.get().meeting_section_minutes(&name.get())
                    value=minutes
                    on_input=move |text: String| change(&move |it| it.1 = text.clone())
                />
            </span>
            <MoveButtons
                kind="agenda"
                name
                ends=Signal::derive(move || (place == 0, place + 1 == sections.read().len()))
                on_move=shift
            />
            <IconButton
                icon=Icon::Trash
                label=move || lang.get().meeting_section_remove(&name.get())
                on_press=remove
            />
        </li>
    }
}

/// Another section at the end.
#[component]
fn AddSection(desk: Desk, sections: RwSignal<Vec<Typed>>) -> impl IntoView {
    let lang = desk.lang;
    let choices = Signal::derive(move || {
        let lang = lang.get();
        let name = |it: &Topic| Choice::new(it.as_str(), lang.meeting_topic(*it));
        let hint = Choice::new("", lang.meeting_section_add());
        std::iter::once(hint).chain(Topic::ALL.iter().map(name)).collect::<Vec<_>>()
    });
    let add = move |topic: String| {
        if let Ok(topic) = topic.parse() {
            let section = Section::usual(topic, 5);
            sections.update(|it| it.push((section, "5".to_owned())));
        }
    };
    view! {
        <SelectField
            label=move || lang.get().meeting_section_add()
            choices
            value=Signal::derive(String::new)
            on_change=add
        />
    }
}
