//! What a column can mean, and what a row can be.
//!
//! Codes are stored in remembered mappings: they are never renamed.

/// What a row of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Deals, opportunities: leads with a worth and a stage.
    Deals,
    /// Leads and contacts: people and companies that may become deals.
    Leads,
    /// Customers, accounts, companies.
    Customers,
    /// Products.
    Products,
    /// People of the sales team.
    People,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 5] =
        [Kind::Deals, Kind::Leads, Kind::Customers, Kind::Products, Kind::People];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Deals => "deals",
            Kind::Leads => "leads",
            Kind::Customers => "customers",
            Kind::Products => "products",
            Kind::People => "people",
        }
    }

    /// The kind of a stored code.
    pub fn of_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether rows become leads of the board.
    pub const fn is_lead(self) -> bool {
        matches!(self, Kind::Deals | Kind::Leads)
    }
}

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident = $code:literal in $($kind:ident)|+;)+) => {
        /// What a column means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Field {
            $($(#[$doc])* $field,)+
        }

        impl Field {
            /// Every field.
            pub const ALL: &[Field] = &[$(Field::$field,)+];

            /// The stored code.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Field::$field => $code,)+
                }
            }

            /// Whether rows of a kind can have the field.
            pub fn belongs_to(self, kind: Kind) -> bool {
                match self {
                    $(Field::$field => matches!(kind, $(Kind::$kind)|+),)+
                }
            }
        }
    };
}

fields! {
    /// The record's key in the other system.
    Id = "id" in Deals | Leads | Customers | People;
    /// The record's name.
    Name = "name" in Deals | Leads | Customers | Products | People;
    /// A person's first name.
    FirstName = "first_name" in Leads | People;
    /// A person's last name.
    LastName = "last_name" in Leads | People;
    /// The customer's name.
    Customer = "customer" in Deals | Leads;
    /// The customer's key in the other system.
    CustomerId = "customer_id" in Deals | Leads;
    /// The owner's name.
    Owner = "owner" in Deals | Leads;
    /// The owner's key in the other system.
    OwnerId = "owner_id" in Deals | Leads;
    /// The pipeline's name.
    Pipeline = "pipeline" in Deals | Leads;
    /// The stage's name.
    Stage = "stage" in Deals | Leads;
    /// Open, won or lost, in the other system's words.
    Status = "status" in Deals | Leads;
    /// Whether it was won.
    IsWon = "is_won" in Deals;
    /// Whether it is closed.
    IsClosed = "is_closed" in Deals;
    /// The day it came to its stage.
    StageSince = "stage_since" in Deals | Leads;
    /// What it is worth.
    Amount = "amount" in Deals | Leads;
    /// The currency of the amounts of the row.
    Currency = "currency" in Deals | Leads | Products;
    /// The product sold.
    Product = "product" in Deals | Leads;
    /// The day it was created or first engaged.
    Created = "created" in Deals | Leads;
    /// The day it closes or closed.
    Closes = "closes" in Deals | Leads;
    /// The day it was won.
    WonOn = "won_on" in Deals;
    /// The day it was lost.
    LostOn = "lost_on" in Deals;
    /// The day it was closed, won or lost, beside the one on which it should.
    ClosedOn = "closed_on" in Deals;
    /// The odds.
    Probability = "probability" in Deals | Leads;
    /// Where it came from.
    Source = "source" in Deals | Leads;
    /// What is to be done next.
    NextStep = "next_step" in Deals | Leads;
    /// When that is to be done.
    NextStepOn = "next_step_on" in Deals | Leads;
    /// Whom to talk to; several columns are joined.
    Contact = "contact" in Deals | Leads;
    /// What the customer needs.
    Needs = "needs" in Deals | Leads;
    /// Why it was lost.
    LossReason = "loss_reason" in Deals | Leads;
    /// How urgent it is.
    Priority = "priority" in Deals | Leads;
    /// How hard it is.
    Complexity = "complexity" in Deals | Leads;
    /// The language to sell in.
    Language = "language" in Deals | Leads;
    /// Words to find it by; several columns are joined.
    Tags = "tags" in Deals | Leads;
    /// Remarks; several columns are joined.
    Note = "note" in Deals | Leads;
    /// A mail address; several columns are joined.
    Email = "email" in Deals | Leads | Customers | People;
    /// A phone number; several columns are joined.
    Phone = "phone" in Deals | Leads | Customers;
    /// The industry.
    Sector = "sector" in Customers | Leads;
    /// A place; several columns are joined.
    Location = "location" in Customers | Leads;
    /// The company it belongs to.
    Parent = "parent" in Customers;
    /// How many people work there.
    Employees = "employees" in Customers;
    /// The web site.
    Website = "website" in Customers | Leads;
    /// The product's family.
    Series = "series" in Products;
    /// The product's list price.
    Price = "price" in Products;
    /// The team's name.
    Team = "team" in People;
    /// The manager's name.
    Manager = "manager" in People;
    /// The region or office.
    Region = "region" in People;
    /// The role.
    Role = "role" in People;
    /// How much the person has seen.
    Level = "level" in People;
    /// How many open leads the person can work on.
    Capacity = "capacity" in People;
    /// Products and families that the person knows; several columns are joined.
    Skills = "skills" in People;
    /// Languages that the person sells in; several columns are joined.
    Languages = "languages" in People;
    /// Places that the person sells in; several columns are joined.
    Territories = "territories" in People;
}

impl Field {
    /// The field of a stored code.
    pub fn of_code(code: &str) -> Option<Field> {
        Field::ALL.iter().copied().find(|field| field.code() == code)
    }

    /// Whether the cells of several such columns are joined; of other fields the first column
    /// that is not blank counts.
    pub const fn is_joined(self) -> bool {
        matches!(self, Field::Contact | Field::Note | Field::Email | Field::Phone | Field::Location)
            || self.is_list()
    }

    /// Whether its cells are lists.
    pub const fn is_list(self) -> bool {
        matches!(self, Field::Tags | Field::Skills | Field::Languages | Field::Territories)
    }

    /// Whether its cells say one of a few things, or a whole number.
    pub const fn is_choice(self) -> bool {
        matches!(self, Field::Priority | Field::Complexity | Field::Level | Field::Capacity)
    }

    /// Whether it is a date on which something begins: of a month without a day it is the first one,
    /// and the last one of what comes to an end or is due.
    pub const fn is_beginning(self) -> bool {
        matches!(self, Field::Created | Field::StageSince)
    }

    /// Whether its cells are dates.
    pub const fn is_date(self) -> bool {
        matches!(
            self,
            Field::StageSince
                | Field::Created
                | Field::Closes
                | Field::WonOn
                | Field::LostOn
                | Field::ClosedOn
                | Field::NextStepOn
        )
    }

    /// Whether its cells are amounts of money.
    pub const fn is_amount(self) -> bool {
        matches!(self, Field::Amount | Field::Price)
    }
}
