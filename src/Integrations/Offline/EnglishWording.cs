using System.Collections.Frozen;

namespace FlowEngine.Integrations.Offline;

internal static class EnglishWording
{
    public static Wording Wording { get; } = new()
    {
        Language = "en",
        DateFormat = "yyyy-MM-dd",
        DecimalPoint = ".",
        SmallTalk = new(
            Hello: name => name is null ? "Hello!" : $"Hello {name}!",
            HowCanIHelp: tenant => tenant.Length == 0 ? "How can I help you?" : $"How can we at {tenant} help you?",
            IAmWell: "I'm fine, thank you.",
            IAm: IAm,
            WhatICanDo: "I can look for products, tell prices and stock, compare products, answer questions from our documents "
                + "and give you our contact details.",
            YouAreWelcome: "You're welcome. I'm here if you have another question.",
            Goodbye: "Goodbye, and have a nice day."),
        Products = Products(),
        Comparison = Comparison(),
        Contact = new(
            Intro: "You can reach us here:",
            Sorry: "We are sorry for the trouble. Our team will help you:",
            Offer: "You are welcome to contact us:",
            None: "I have no contact details.",
            Phone: "Phone",
            WhatsApp: "WhatsApp",
            Email: "E-mail",
            Address: "Address",
            Hours: "Opening hours",
            CallbackForm: "Form for a call back"),
        Source = "Source",
        NothingFound = "Our catalogue has no product that fits this search.",
        NothingFoundIn = category => $"Our catalogue has no product in {category} that fits this search.",
        Unknown = "I have no information about that.",
        NoData = "I was given no data to answer this from.",
    };

    private static ProductWording Products() => new()
    {
        Found = "These products may suit you:",
        FoundIn = category => $"These products in {category} may suit you:",
        Cheapest = category => category is null ? "Our cheapest option:" : $"Our cheapest option in {category}:",
        Dearest = category => category is null ? "Our most expensive option:" : $"Our most expensive option in {category}:",
        CheapestOfThese = "The cheapest of these:",
        DearestOfThese = "The most expensive of these:",
        CheapestInStock = "The cheapest in stock:",
        DearestInStock = "The most expensive in stock:",
        Between = (from, to) => $"Prices are between {from} and {to}:",
        Prices = category => category is null ? "Our prices:" : $"Our prices in {category}:",
        Others = "Other options:",
        OnRequest = "price on request",
        InStock = "in stock",
        LastItems = count => $"only {count} left in stock",
        OutOfStock = "out of stock",
        Converted = (amounts, date) => $"{amounts} at the rates of {date}",
        Details = "Details",
        AskForPrice = "You can ask for an offer where no price is shown.",
    };

    private static ComparisonWording Comparison() => new(
        Intro: "The products compared:",
        Differences: "Differences:",
        Common: "In common:",
        Advantages: "Advantages:",
        Cheaper: "cheaper",
        InStock: "in stock",
        Higher: label => $"higher {label}",
        Lower: label => $"lower {label}",
        Yes: "yes",
        No: "no",
        AttributeNames: new Dictionary<string, string> { ["engine"] = "engine power", ["power"] = "power source" }.ToFrozenDictionary(),
        Units: AttributeUnits.With(),
        Values: FrozenDictionary<string, string>.Empty);

    private static string IAm(string assistant, string tenant) => (assistant, tenant) switch
    {
        ("", "") => "I'm a digital assistant.",
        ("", _) => $"I'm the digital assistant of {tenant}.",
        (_, "") => $"I'm {assistant}, a digital assistant.",
        _ => $"I'm {assistant}, the digital assistant of {tenant}.",
    };
}
