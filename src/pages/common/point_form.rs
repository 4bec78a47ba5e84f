//! The form of an issue, a decision or an action.

use leptos::prelude::*;

use super::Refused;
use crate::domain::calendar::Day;
use crate::domain::command::Command;
use crate::domain::id::{MeetingPointId, PersonId};
use crate::domain::meeting::{MeetingCommand, MeetingKind, MeetingPoint, PointSort};
use crate::domain::workspace::Table;
use crate::present::team::colleague_choices;
use crate::runtime::app::use_app;
use crate::runtime::refusal::Refusal;
use crate::ui::{
    AreaField, Button, ButtonKind, Choice, DateField, Dialog, Form, FormActions, Icon,
    SegmentedField, SelectField,
};

/// The form over the page; open while something is edited.
#[component]
pub fn PointDialog(
    /// What is filled in.
    form: Form<MeetingPoint, Refusal>,
    /// What it becomes, or changes.
    editing: RwSignal<Option<MeetingPointId>>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let is_known = move || {
        let id = editing.get();
        app.view(&[Table::MeetingPoints], |it| id.is_some_and(|id| it.meeting_points.has(id)))
    };
    let save = move || {
        let Some(id) = editing.get_untracked() else { return };
        let point = Box::new(form.draft.get_untracked());
        form.settle(app.act_here(Command::Meeting(MeetingCommand::SavePoint(id, point))));
    };
    let delete = move || {
        form.close();
        if let Some(id) = editing.get_untracked() {
            app.act(Command::Meeting(MeetingCommand::DeletePoint(id)));
        }
    };
    let title = move || match is_known() {
        true => lang.get().point_change(),
        false => lang.get().meetings_add_point(),
    };
    let actions = move || {
        view! {
            <Show when=is_known>
                <Button
                    kind=ButtonKind::Danger
                    icon=Icon::Trash
                    label=move || lang.get().point_delete()
                    on_press=delete
                    attr:data-testid="point-delete"
                />
            </Show>
            <FormActions name="point-save" on_cancel=move || form.close() on_save=save />
        }
    };
    let body = move || view! { <Fields form /> };
    view! {
        <Dialog
            open=form.is_open()
            title=Signal::derive(move || title().to_owned())
            on_close=move || form.close()
            actions
        >
            {body}
        </Dialog>
    }
}

#[component]
fn Fields(form: Form<MeetingPoint, Refusal>) -> impl IntoView {
    let lang = use_app().lang();
    let draft = form.draft;
    let (text, set_text) = form.text(|it| &mut it.text);
    let kinds = Signal::derive(move || {
        let lang = lang.get();
        let name = |it: &MeetingKind| Choice::new(it.as_str(), lang.meeting_kind(*it));
        let any = Choice::new("", lang.point_any());
        std::iter::once(any).chain(MeetingKind::ALL.iter().map(name)).collect::<Vec<_>>()
    });
    view! {
        <div class="form" data-testid="point-form">
            <SortField
                sort=Signal::derive(move || draft.read().sort())
                on_change=move |sort| draft.update(|it| it.sort = Some(sort))
            />
            <AreaField label=move || lang.get().point_text() value=text on_input=set_text lines=2 />
            <WhoAndWhen
                owner=Signal::derive(move || draft.read().owner)
                on_owner=move |id| draft.update(|it| it.owner = id)
                due=Signal::derive(move || draft.read().due)
                on_due=move |day| draft.update(|it| it.due = day)
            />
            <SelectField
                label=move || lang.get().point_kind()
                choices=kinds
                value=Signal::derive(move || {
                    draft.read().kind.map(|it| it.to_string()).unwrap_or_default()
                })
                on_change=move |kind: String| draft.update(|it| it.kind = kind.parse().ok())
            />
            <Refused refusal=form.refusal() />
        </div>
    }
}

/// Issue, decision or action.
#[component]
pub fn SortField(
    /// What it is.
    #[prop(into)]
    sort: Signal<PointSort>,
    /// Takes another.
    #[prop(into)]
    on_change: Callback<PointSort>,
) -> impl IntoView {
    let lang = use_app().lang();
    let choices = Signal::derive(move || {
        let name = |it: &PointSort| Choice::new(it.as_str(), lang.get().point_sort(*it));
        PointSort::ALL.iter().map(name).collect::<Vec<_>>()
    });
    view! {
        <SegmentedField
            label=move || lang.get().room_points()
            choices
            value=Signal::derive(move || sort.get().to_string())
            on_change=move |it: String| it.parse().into_iter().for_each(|it| on_change.run(it))
        />
    }
}

/// Who does it, and by when.
#[component]
pub fn WhoAndWhen(
    /// Who does it.
    #[prop(into)]
    owner: Signal<Option<PersonId>>,
    /// Takes somebody else.
    #[prop(into)]
    on_owner: Callback<Option<PersonId>>,
    /// By when.
    #[prop(into)]
    due: Signal<Option<Day>>,
    /// Takes another day.
    #[prop(into)]
    on_due: Callback<Option<Day>>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let people = Signal::derive(move || {
        let nobody = Choice::new("", lang.get().point_nobody());
        let (today, chosen) = (app.today().get(), owner.get());
        let all = app.view(&[Table::People], |it| colleague_choices(it, today, chosen.as_slice()));
        let all = all.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(nobody).chain(all).collect::<Vec<_>>()
    });
    view! {
        <div class="form__row">
            <SelectField
                label=move || lang.get().point_owner()
                choices=people
                value=Signal::derive(move || owner.get().map(|it| it.to_string()).unwrap_or_default())
                on_change=move |id: String| on_owner.run(id.parse().ok())
            />
            <DateField
                label=move || lang.get().point_due()
                value=Signal::derive(move || due.get().map(|it| it.to_string()).unwrap_or_default())
                on_change=move |day: String| on_due.run(day.parse().ok())
            />
        </div>
    }
}
