using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Flows;

/// <summary>Each turn of these conversations reads its state from JSON, as after a restart.</summary>
public sealed class LeadCaptureTests
{
    private readonly TestWorld _world = new();

    [Theory]
    [InlineData("tr", "Ayşe Yılmaz", "ayse@ornek.example", "0532 123 45 67", "24.12.2027", "kiralama", "Teşekkürler Ayşe Yılmaz!")]
    [InlineData("en", "Jane Doe", "jane@example.com", "+44 20 7946 0000", "24 December 2027", "renting", "Thank you, Jane Doe!")]
    public async Task Talk_WithGoodAnswers_KeepsTheLead(
        string language, string name, string email, string phone, string day, string interest, string thanks)
    {
        var talk = Talk(language);

        await talk.SayAsync("x");
        await talk.SayAsync(name);
        var asked = await talk.SayAsync(email);
        await talk.SayAsync(phone);
        await talk.SayAsync(day);
        var last = await talk.SayAsync(interest);

        Assert.Equal("12", asked.WaitingNodeId);
        Assert.Equal(ConversationStatus.Ended, last.Status);
        var fields = Assert.Single(last.Effects).Payload["fields"];
        Assert.Equal((name, email), (fields["name"].Text, fields["email"].Text));
        Assert.Equal(("2027-12-24", "rent"), (fields["call_day"].Text, fields["interest"].Text));
        Assert.StartsWith("+", fields["phone"].Text, StringComparison.Ordinal);
        Assert.StartsWith(thanks, last.Messages[^1].Content, StringComparison.Ordinal);
        Assert.Contains(email, last.Messages[^1].Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr", "Bu bir e-posta adresine benzemiyor.")]
    [InlineData("en", "That does not look like an e-mail address.")]
    public async Task Talk_WithABadAnswer_AsksAgainThenGoesOn(string language, string retry)
    {
        var talk = Talk(language);
        await talk.SayAsync("x");
        await talk.SayAsync("Ayşe");

        var refused = await talk.SayAsync("yok");
        var gaveUp = await talk.SayAsync("yok");

        Assert.StartsWith(retry, Assert.Single(refused.Messages).Content, StringComparison.Ordinal);
        Assert.Equal("11", refused.WaitingNodeId);
        Assert.Equal("12", gaveUp.WaitingNodeId);
        Assert.Null(gaveUp.Failure);
    }

    [Fact]
    public async Task Talk_WithoutAName_EndsWithAWayToReachTheTenant()
    {
        var talk = Talk("tr");
        await talk.SayAsync("x");
        await talk.SayAsync("a");
        await talk.SayAsync("b");

        var last = await talk.SayAsync("c");

        Assert.Equal(ConversationStatus.Ended, last.Status);
        Assert.Contains("+902161234567", last.Messages[^1].Content, StringComparison.Ordinal);
        Assert.Empty(last.Effects);
    }

    [Fact]
    public async Task Talk_WithoutDayAndInterest_KeepsWhatThereIs()
    {
        var talk = Talk("en");
        foreach (var message in new[] { "x", "Jane", "jane@example.com", "+44 20 7946 0000", "whenever", "whenever", "all", "all" })
        {
            await talk.SayAsync(message);
        }

        Assert.Equal(ConversationStatus.Ended, talk.Status);
    }

    [Fact]
    public async Task Talk_WhenNobodyAnswersTheDay_KeepsTheLead()
    {
        var talk = Talk("en");
        foreach (var message in new[] { "x", "Jane", "jane@example.com", "+44 20 7946 0000" })
        {
            await talk.SayAsync(message);
        }

        var last = await talk.TimeOutAsync();

        Assert.Equal(ConversationStatus.Ended, last.Status);
        Assert.Equal("jane@example.com", Assert.Single(last.Effects).Payload["fields"]["email"].Text);
        Assert.EndsWith("day -.", last.Messages[^1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Talk_ASecondTime_AsksOnlyWhatItDoesNotKnow()
    {
        var talk = Talk("en");
        foreach (var message in new[] { "x", "Jane", "jane@example.com", "+44 20 7946 0000", "24 December 2027", "buying" })
        {
            await talk.SayAsync(message);
        }

        var again = await talk.SayAsync("hello again");

        Assert.Equal("4", again.WaitingNodeId);
        Assert.Equal("On which day may we call you? For example tomorrow or 15 September 2027.", Assert.Single(again.Messages).Content);
        await talk.SayAsync("25 December 2027");
        var last = await talk.SayAsync("service");
        Assert.Equal("jane@example.com", Assert.Single(last.Effects).Payload["fields"]["email"].Text);
        Assert.Equal("service", last.Effects[0].Payload["fields"]["interest"].Text);
    }

    private TestConversation Talk(string language) => new(_world, SampleFlow.Document("lead-capture")) { Language = language };
}
