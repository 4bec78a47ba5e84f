//! When a person is away: entered, changed, deleted.

use leptos::prelude::*;

use super::person::Desk;
use super::{Draft, day_slot};
use crate::domain::command::Command;
use crate::domain::id::AbsenceId;
use crate::domain::people::Absence;
use crate::domain::quota::{Split, may_need_respread};
use crate::domain::workspace::Table;
use crate::pages::common::Refused;
use crate::present::format;
use crate::runtime::route::Route;
use crate::ui::{
    Button, ButtonKind, ButtonLink, DateField, Dialog, FormActions, Icon, IconView, TextField,
};

/// The tables that say whether quotas may have to be spread anew.
const RESPREAD_TABLES: [Table; 4] = [Table::Goals, Table::People, Table::Absences, Table::Settings];

/// An absence as filled in.
#[derive(Clone, Default, PartialEq)]
struct AbsenceForm {
    id: AbsenceId,
    absence: Absence,
}

/// The absences of the person.
#[component]
pub(super) fn Absences(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, view, .. } = desk;
    let form = Draft::<AbsenceForm>::closed();
    let absences =
        Memo::new(move |_| view.read().as_ref().map(|it| it.absences.clone()).unwrap_or_default());
    let respread = Memo::new(move |_| {
        let (id, today) = (id.get(), app.today().get());
        app.view(&RESPREAD_TABLES, |it| may_need_respread(it, id, today))
    });
    let add = move || {
        let person = Some(id.get_untracked());
        let absence =
            Absence { person, first: Some(app.today().get_untracked()), ..Absence::default() };
        form.show(AbsenceForm { id: app.draw_id().into(), absence });
    };
    let row = move |(id, absence): (AbsenceId, Absence)| {
        let lang = lang.get();
        let day = |day: Option<_>| day.map(|it| format::day(lang, it)).unwrap_or_default();
        let days = match absence.first == absence.last {
            true => day(absence.first),
            false => lang.absence_days(&day(absence.first), &day(absence.last)),
        };
        let reason = absence.reason.clone();
        let edit = move |_| form.show(AbsenceForm { id, absence: absence.clone() });
        view! {
            <li>
                <button type="button" class="list__row" data-testid=format!("absence-{id}") on:click=edit>
                    <span class="list__main">
                        <span class="list__name">{days}</span>
                        <span class="list__note">{reason}</span>
                    </span>
                    <IconView icon=Icon::Edit />
                </button>
            </li>
        }
    };
    view! {
        <section class="section" data-testid="person-absences">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().person_absences()}</h3>
                <Button
                    kind=ButtonKind::Link
                    icon=Icon::Plus
                    label=move || lang.get().person_add_absence()
                    on_press=add
                    attr:data-testid="absence-add"
                />
            </div>
            <Show when=move || absences.read().is_empty()>
                <p class="section__note">{move || lang.get().person_no_absences()}</p>
            </Show>
            <ul class="list">{move || absences.get().into_iter().map(row).collect_view()}</ul>
            <Show when=move || respread.get()>
                <p class="section__note">{move || lang.get().person_respread_note()}</p>
                <div class="actions actions--start">
                    <ButtonLink
                        icon=Icon::Goals
                        label=move || lang.get().person_respread()
                        href=Route::Quotas(None, Split::People).href()
                        attr:data-testid="person-respread"
                    />
                </div>
            </Show>
            <AbsenceDialog desk form />
        </section>
    }
}

#[component]
fn AbsenceDialog(desk: Desk, form: Draft<AbsenceForm>) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let draft = form.draft;
    let known =
        Memo::new(move |_| app.view(&[Table::Absences], |it| it.absences.has(draft.read().id)));
    let save = move || {
        let AbsenceForm { id, absence } = draft.get_untracked();
        form.settle(app.give(Command::SaveAbsence(id, absence)));
    };
    let delete = move || {
        form.close();
        app.act(Command::DeleteAbsence(draft.get_untracked().id));
    };
    let actions = move || {
        view! {
            <Show when=move || known.get()>
                <Button
                    kind=ButtonKind::Danger
                    icon=Icon::Trash
                    label=move || lang.get().absence_delete()
                    on_press=delete
                    attr:data-testid="absence-delete"
                />
            </Show>
            <FormActions name="absence-save" on_cancel=move || form.close() on_save=save />
        }
    };
    let (first, set_first) = day_slot(form, |draft| &mut draft.absence.first);
    let (last, set_last) = day_slot(form, |draft| &mut draft.absence.last);
    let (reason, set_reason) = form.text(|draft| &mut draft.absence.reason);
    view! {
        <Dialog open=form.is_open() title=move || lang.get().person_edit_absence() on_close=move || form.close() actions>
            <div class="form" data-testid="absence-form">
                <div class="form__row">
                    <DateField label=move || lang.get().absence_first() value=first on_change=set_first attr:data-testid="absence-first" />
                    <DateField label=move || lang.get().absence_last() value=last on_change=set_last attr:data-testid="absence-last" />
                </div>
                <TextField label=move || lang.get().absence_reason() value=reason on_input=set_reason on_enter=save attr:data-testid="absence-reason" />
                <Refused refusal=form.refusal() />
            </div>
        </Dialog>
    }
}
