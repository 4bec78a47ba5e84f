//! What is asked of marketing, product, after-sales and partners: asked, promised, late, done.

use leptos::prelude::*;

use super::nav::MeetingNav;
use crate::domain::calendar::Day;
use crate::domain::command::Command;
use crate::domain::id::RequestId;
use crate::domain::meeting::{MeetingCommand, Office, Request, RequestState};
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::Refused;
use crate::present::meeting::requests::{
    REQUEST_TABLES, RequestRow, customer_choices, lead_choices, request_rows,
};
use crate::present::team::colleague_choices;
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::ui::{
    AreaField, Badge, Button, ButtonKind, Choice, DateField, EmptyPicture, EmptyState, Form,
    FormActions, Icon, SegmentedField, SelectField, Sheet, TextField, Tone,
};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    /// What stands in the sheet; it may be new.
    chosen: RwSignal<Option<RequestId>>,
}

/// Everything that is asked, the late first.
#[component]
pub(super) fn RequestsPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let office = RwSignal::new(None::<Office>);
    let rows = Memo::new(move |_| {
        let (today, office) = (app.today().get(), office.get());
        app.view(&REQUEST_TABLES, |it| request_rows(it, lang.get(), today, office))
    });
    let desk = Desk { app, lang, chosen: RwSignal::new(None) };
    let add = move || desk.chosen.set(Some(app.draw_id().into()));
    let offices = Signal::derive(move || {
        let all = Choice::new("", lang.get().request_all());
        std::iter::once(all).chain(office_choices(lang.get())).collect::<Vec<_>>()
    });
    let is_empty = Memo::new(move |_| rows.read().is_empty());
    let none = move || {
        let sentence = move || lang.get().request_none();
        view! { <EmptyState picture=EmptyPicture::List sentence /> }
    };
    view! {
        <div class="two-pane" data-testid="requests-page">
            <div class="two-pane__main">
                <div class="content">
                    <MeetingNav />
                    <section class="section">
                        <div class="section__head">
                            <h2 class="section__title">{move || lang.get().topic_requests()}</h2>
                            <Button
                                kind=ButtonKind::Primary
                                icon=Icon::Plus
                                label=move || lang.get().request_add()
                                on_press=add
                                attr:data-testid="request-add"
                            />
                        </div>
                        <div class="toolbar">
                        <SegmentedField
                            label=move || lang.get().request_office()
                            choices=offices
                            value=Signal::derive(move || {
                                office.get().map(|it| it.to_string()).unwrap_or_default()
                            })
                            on_change=move |it: String| office.set(it.parse().ok())
                        />
                        </div>
                        <Show when=move || !is_empty.get() fallback=none>
                            <ul class="list">
                                {move || rows.get().into_iter().map(|it| row(desk, it)).collect_view()}
                            </ul>
                        </Show>
                    </section>
                </div>
            </div>
            <RequestSheet desk />
        </div>
    }
}

fn office_choices(lang: Lang) -> impl Iterator<Item = Choice> {
    Office::ALL.iter().map(move |it| Choice::new(it.as_str(), lang.office(*it)))
}

fn row(desk: Desk, row: RequestRow) -> impl IntoView {
    let Desk { lang, chosen, .. } = desk;
    let RequestRow { id, text, note, state } = row;
    view! {
        <li>
            <button
                type="button"
                class="list__row"
                data-testid="request-row"
                data-state=state.as_str()
                on:click=move |_| chosen.set(Some(id))
            >
                <span class="list__main">
                    <span class="list__name">{text}</span>
                    <span class="list__note">{note}</span>
                </span>
                <StateBadge lang state />
            </button>
        </li>
    }
}

/// How far something is, by word, shape and colour.
#[component]
pub(super) fn StateBadge(lang: Signal<Lang>, state: RequestState) -> impl IntoView {
    let (tone, icon) = match state {
        RequestState::Late => (Tone::Bad, Icon::Warn),
        RequestState::Open => (Tone::Warn, Icon::Clock),
        RequestState::Promised => (Tone::Plain, Icon::Calendar),
        RequestState::Done => (Tone::Good, Icon::Check),
    };
    let label = Signal::derive(move || lang.get().request_state(state).to_owned());
    view! { <Badge label tone icon /> }
}

#[component]
fn RequestSheet(desk: Desk) -> impl IntoView {
    let Desk { lang, chosen, .. } = desk;
    let body = move || chosen.get().map(|id| view! { <RequestForm desk id /> });
    view! {
        <Sheet
            open=Signal::derive(move || chosen.read().is_some())
            title=Signal::derive(move || lang.get().request_title().to_owned())
            on_close=move || chosen.set(None)
        >
            {body}
        </Sheet>
    }
}

#[component]
fn RequestForm(desk: Desk, id: RequestId) -> impl IntoView {
    let Desk { app, lang, chosen } = desk;
    let form = Form::<Request, Refusal>::closed();
    let known = app.peek(|it| it.requests.get(id).cloned());
    let is_known = known.is_some();
    let new = Request { office: Some(Office::Marketing), ..Request::default() };
    form.show(known.unwrap_or(new));
    let draft = form.draft;
    let give = move |request: Request| {
        let command = MeetingCommand::SaveRequest(id, Box::new(request));
        match app.act_here(Command::Meeting(command)) {
            Ok(()) => chosen.set(None),
            refused => form.settle(refused),
        }
    };
    let save = move || give(draft.get_untracked());
    let done = move || {
        let done = Some(app.today().get_untracked());
        give(Request { done, ..draft.get_untracked() });
    };
    let delete = move || {
        chosen.set(None);
        app.act(Command::Meeting(MeetingCommand::DeleteRequest(id)));
    };
    let (text, set_text) = form.text(|it| &mut it.text);
    let (contact, set_contact) = form.text(|it| &mut it.contact);
    let offices = Signal::derive(move || office_choices(lang.get()).collect::<Vec<_>>());
    let is_open = move || is_known && draft.read().done.is_none();
    view! {
        <div class="form" data-testid="request-form">
            <SelectField
                label=move || lang.get().request_office()
                choices=offices
                value=Signal::derive(move || {
                    draft.read().office.map(|it| it.to_string()).unwrap_or_default()
                })
                on_change=move |it: String| draft.update(|d| d.office = it.parse().ok())
            />
            <AreaField
                label=move || lang.get().request_text()
                value=text
                on_input=set_text
                lines=2
                attr:data-testid="request-text"
            />
            <TextField
                label=move || lang.get().request_contact()
                value=contact
                on_input=set_contact
                on_enter=save
            />
            <ForWhom desk form />
            <Days desk form />
            <Refused refusal=form.refusal() />
            <div class="actions">
                <Show when=is_open>
                    <Button
                        icon=Icon::Check
                        label=move || lang.get().request_mark_done()
                        on_press=done
                        attr:data-testid="request-done"
                    />
                </Show>
                <FormActions name="request-save" on_cancel=move || chosen.set(None) on_save=save />
            </div>
            <Show when=move || is_known>
                <div class="actions actions--start">
                    <Button
                        kind=ButtonKind::Danger
                        icon=Icon::Trash
                        label=move || lang.get().point_delete()
                        on_press=delete
                    />
                </div>
            </Show>
        </div>
    }
}

/// Who asks, and for which deal, or without one for which customer.
#[component]
fn ForWhom(desk: Desk, form: Form<Request, Refusal>) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let draft = form.draft;
    let none = move || Choice::new("", lang.get().request_nothing());
    let people = Signal::derive(move || {
        let (today, chosen) = (app.today().get(), draft.read().by);
        let all = app.view(&[Table::People], |it| colleague_choices(it, today, chosen.as_slice()));
        let all = all.into_iter();
        let all = all.map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(none()).chain(all).collect::<Vec<_>>()
    });
    let leads = Signal::derive(move || {
        let all = app.view(&REQUEST_TABLES, lead_choices).into_iter();
        let all = all.map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(none()).chain(all).collect::<Vec<_>>()
    });
    let customers = Signal::derive(move || {
        let all = app.view(&[Table::Customers], customer_choices).into_iter();
        let all = all.map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(none()).chain(all).collect::<Vec<_>>()
    });
    let set_lead = move |text: String| {
        let lead = text.parse().ok();
        let customer = app.peek(|it| it.leads.find(lead).and_then(|it| it.customer));
        draft.update(|it| (it.lead, it.customer) = (lead, customer));
    };
    view! {
        <div class="form__row">
            <SelectField
                label=move || lang.get().request_who()
                choices=people
                value=Signal::derive(move || {
                    draft.read().by.map(|it| it.to_string()).unwrap_or_default()
                })
                on_change=move |it: String| draft.update(|d| d.by = it.parse().ok())
            />
            <SelectField
                label=move || lang.get().request_lead()
                choices=leads
                value=Signal::derive(move || {
                    draft.read().lead.map(|it| it.to_string()).unwrap_or_default()
                })
                on_change=set_lead
            />
        </div>
        <Show when=move || draft.read().lead.is_none()>
            <SelectField
                label=move || lang.get().request_customer()
                choices=customers
                value=Signal::derive(move || {
                    draft.read().customer.map(|it| it.to_string()).unwrap_or_default()
                })
                on_change=move |it: String| draft.update(|d| d.customer = it.parse().ok())
                attr:data-testid="request-customer"
            />
        </Show>
    }
}

/// For when it was promised, and when it was done.
#[component]
fn Days(desk: Desk, form: Form<Request, Refusal>) -> impl IntoView {
    let lang = desk.lang;
    let draft = form.draft;
    let text = |it: Option<Day>| it.map(|it| it.to_string()).unwrap_or_default();
    view! {
        <div class="form__row">
            <DateField
                label=move || lang.get().request_promised()
                value=Signal::derive(move || text(draft.read().promised))
                on_change=move |day: String| draft.update(|it| it.promised = day.parse().ok())
                attr:data-testid="request-promised"
            />
            <DateField
                label=move || lang.get().request_done()
                value=Signal::derive(move || text(draft.read().done))
                on_change=move |day: String| draft.update(|it| it.done = day.parse().ok())
            />
        </div>
    }
}
