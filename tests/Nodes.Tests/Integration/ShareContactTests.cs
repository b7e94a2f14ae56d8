using System.Text.Json.Nodes;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Integration;

public sealed class ShareContactContract : NodeContract
{
    public override string Type => "share_contact";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("next", Json("""{ "contact_types": ["phone", "whatsapp", "email", "address", "working_hours", "callback_form"] }"""))
        {
            SaysInTurkish = "İletişim bilgilerimiz",
            SaysInEnglish = "Our contact details",
        },
    ];
}

public sealed class ShareContactTests
{
    [Fact]
    public async Task Run_WithWhatsApp_LinksToItsDigits()
    {
        var talk = NodeBench.Start(new TestWorld(), "share_contact", new JsonObject { ["contact_types"] = new JsonArray("whatsapp", "phone") });

        var outcome = await talk.SayAsync("merhaba");

        Assert.Equal(MessageKind.Cards, outcome.Messages[0].Kind);
        Assert.Equal(
            [new Card("WhatsApp", "+905321234567", null, "https://wa.me/905321234567"), new Card("Telefon", "+902161234567", null, "tel:+902161234567")],
            outcome.Messages[0].Cards);
    }

    [Fact]
    public async Task Run_WithoutWhatTheTenantOffers_SaysNothing()
    {
        var world = new TestWorld();
        world.Tenant = world.Tenant with { Contact = new ContactFacts { Phone = "1" } };
        var talk = NodeBench.Start(world, "share_contact", new JsonObject { ["contact_types"] = new JsonArray("email", "callback_form") });

        var outcome = await talk.SayAsync("merhaba");

        Assert.Empty(outcome.Messages);
    }
}
