//! The people to talk to at a customer: seen, added, changed, deleted.

use leptos::prelude::*;

use super::refused::Refused;
use crate::domain::command::Command;
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, CustomerId};
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::contact::contacts_of;
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, ButtonKind, Dialog, Form, FormActions, Icon, IconButton, TextField};

/// The form of a contact.
#[derive(Clone, Copy)]
struct ContactForm {
    app: App,
    form: Form<Contact, Refusal>,
    id: RwSignal<ContactId>,
}

impl ContactForm {
    fn add(self, customer: CustomerId) {
        self.id.set(self.app.draw_id().into());
        self.form.show(Contact { customer: Some(customer), ..Contact::default() });
    }

    fn edit(self, id: ContactId, contact: Contact) {
        self.id.set(id);
        self.form.show(contact);
    }

    fn save(self) {
        let contact = self.form.draft.get_untracked();
        let contact = Contact {
            name: contact.name.trim().to_owned(),
            role: contact.role.trim().to_owned(),
            phone: contact.phone.trim().to_owned(),
            email: contact.email.trim().to_owned(),
            ..contact
        };
        let command = Command::SaveContact(self.id.get_untracked(), Box::new(contact));
        self.form.settle(self.app.act_here(command));
    }
}

/// The contacts of a customer.
#[component]
pub fn Contacts(
    /// The customer; none where none is chosen yet.
    #[prop(into)]
    customer: Signal<Option<CustomerId>>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let form = ContactForm { app, form: Form::closed(), id: RwSignal::new(ContactId::default()) };
    let contacts = Memo::new(move |_| {
        let customer = customer.get()?;
        Some(app.view(&[Table::Contacts], |it| contacts_of(it, customer)))
    });
    let rows = move || {
        let contacts = contacts.get()?;
        Some(match contacts.is_empty() {
            true => view! { <p class="section__note">{lang.get().contacts_none()}</p> }.into_any(),
            false => {
                let rows = contacts.into_iter().map(|(id, it)| row(lang, form, id, it));
                view! { <ul class="list">{rows.collect_view()}</ul> }.into_any()
            }
        })
    };
    view! {
        <section class="section" data-testid="contacts">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().contacts_title()}</h3>
                <Show when=move || customer.get().is_some()>
                    <span data-testid="contact-add">
                        <Button
                            icon=Icon::Plus
                            label=move || lang.get().contacts_add()
                            on_press=move || {
                                if let Some(customer) = customer.get_untracked() {
                                    form.add(customer);
                                }
                            }
                        />
                    </span>
                </Show>
            </div>
            <Show when=move || customer.get().is_none()>
                <p class="section__note">{move || lang.get().contacts_no_customer()}</p>
            </Show>
            {rows}
            <ContactDialog form />
        </section>
    }
}

fn row(lang: Signal<Lang>, form: ContactForm, id: ContactId, contact: Contact) -> impl IntoView {
    let Contact { name, role, phone, email, .. } = contact.clone();
    let label = name.clone();
    let has = |text: &String| !text.is_empty();
    let call = has(&phone).then(|| {
        let href = format!("tel:{}", phone.replace(' ', ""));
        view! { <a class="contact__way" href=href>{phone.clone()}</a> }
    });
    let mail = has(&email).then(|| {
        let href = format!("mailto:{email}");
        view! { <a class="contact__way" href=href>{email.clone()}</a> }
    });
    view! {
        <li class="list__row" data-testid="contact">
            <span class="list__main">
                <span class="list__name">{name}</span>
                <span class="list__note">{role}</span>
                <span class="contact__ways">{call}{mail}</span>
            </span>
            <span data-testid="contact-edit">
                <IconButton
                    icon=Icon::Edit
                    label=move || lang.get().contacts_edit_one(&label)
                    on_press=move || form.edit(id, contact.clone())
                />
            </span>
        </li>
    }
}

#[component]
fn ContactDialog(form: ContactForm) -> impl IntoView {
    let app = form.app;
    let lang = app.lang();
    let close = move || form.form.close();
    let is_known = move || app.view(&[Table::Contacts], |it| it.contacts.has(form.id.get()));
    let title = move || match is_known() {
        true => lang.get().contacts_edit(),
        false => lang.get().contacts_add(),
    };
    let delete = move || {
        close();
        app.act(Command::DeleteContact(form.id.get_untracked()));
    };
    let text = move |label: fn(Lang) -> &'static str,
                     slot: fn(&mut Contact) -> &mut String,
                     name: &'static str| {
        let (value, on_input) = form.form.text(slot);
        let label = Signal::derive(move || label(lang.get()).to_owned());
        let save = Callback::new(move |()| form.save());
        view! { <span data-testid=name><TextField label value on_input on_enter=save /></span> }
    };
    let actions = move || {
        view! {
            <Show when=is_known>
                <Button
                        kind=ButtonKind::Danger
                        icon=Icon::Trash
                        label=move || lang.get().activity_delete()
                        on_press=delete attr:data-testid="contact-delete" />
            </Show>
            <FormActions name="contact-save" on_cancel=close on_save=move || form.save() />
        }
    };
    view! {
        <Dialog open=form.form.is_open() title on_close=close actions>
            <div class="form">
                {text(Lang::contact_name, |it| &mut it.name, "contact-name")}
                {text(Lang::contact_role, |it| &mut it.role, "contact-role")}
                <div class="form__row">
                    {text(Lang::contact_phone, |it| &mut it.phone, "contact-phone")}
                    {text(Lang::contact_email, |it| &mut it.email, "contact-email")}
                </div>
                <Refused refusal=form.form.refusal() />
            </div>
        </Dialog>
    }
}
