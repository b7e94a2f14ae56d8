using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Integrations.Tests.Offline;

public sealed class SmallTalkTests
{
    [Theory]
    [InlineData("Merhaba", "tr", "Merhaba!\nDepo Market")]
    [InlineData("nasılsın?", "tr", "İyiyim")]
    [InlineData("NASILSINIZ", "tr", "İyiyim")]
    [InlineData("sen kimsin", "tr", "Depo Market için çalışan dijital asistanım")]
    [InlineData("Teşekkür ederim!", "tr", "Rica ederim")]
    [InlineData("görüşürüz", "tr", "Görüşmek üzere")]
    [InlineData("yardım", "tr", "Ürün arayabilir")]
    [InlineData("Hi there!", "en", "Hello!\nHow can we at Depo Market help you?")]
    [InlineData("How are you today?", "en", "I'm fine")]
    [InlineData("who are you", "en", "the digital assistant of Depo Market")]
    [InlineData("Thanks a lot", "en", "You're welcome")]
    [InlineData("bye", "en", "Goodbye")]
    [InlineData("What can you do?", "en", "I can look for products")]
    [InlineData("how are you", "de", "I'm fine")]
    public async Task Compose_SmallTalk_AnswersInKind(string message, string language, string expected)
    {
        var answer = await Offline.AnswerAsync(Contexts.Ask(message, language));

        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("katalo", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_KnownName_AddressesTheUser()
    {
        var context = Contexts.Ask("merhaba") with { Variables = new Dictionary<string, Value> { ["name"] = Value.Of("Ayşe") } };

        Assert.StartsWith("Merhaba Ayşe!", await Offline.AnswerAsync(context), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<b>Ayşe</b>")]
    [InlineData("[LINK:shop:product:x]")]
    public async Task Compose_NameThatIsNone_IsNotSaid(string name)
    {
        var context = Contexts.Ask("merhaba") with { Variables = new Dictionary<string, Value> { ["name"] = Value.Of(name) } };

        Assert.StartsWith("Merhaba!", await Offline.AnswerAsync(context), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Compose_UseEmojis_IsObeyed(string use, bool expected)
    {
        var context = Contexts.Ask("merhaba") with { Directives = [Contexts.Rule("use_emojis", use)] };

        Assert.Equal(expected, (await Offline.AnswerAsync(context)).Contains("👋", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compose_AssistantName_IsSaid()
    {
        var context = Contexts.Ask("who are you", "en") with
        {
            Directives = [Contexts.Rule("assistant_name", "Old", 1), Contexts.Rule("assistant_name", "Robi", 9)],
        };

        Assert.Contains("I'm Robi, the digital assistant of Depo Market.", await Offline.AnswerAsync(context), StringComparison.Ordinal);
    }
}
