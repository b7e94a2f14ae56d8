using System.Text;
using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Moving.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace FlowEngine.Moving.Tests;

public sealed class ContextRuleTests
{
    [Fact]
    public void Of_AContext_CarriesTextsNumbersAndBooleansOfItsTopLevel()
    {
        var (state, note) = ContextRule.Of("""{"city":"İzmir","visits":3,"vip":true,"nothing":null,"list":[1],"last_ai_response":"Merhaba","no good name":"x"}""");

        var vars = ConversationStateJson.Read(state).State!.Vars;
        Assert.Equal(["city", "vip", "visits"], vars.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Value.Of("İzmir"), vars["city"]);
        Assert.Equal(MovingCodes.ContextPartly, note);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Of_NothingInIt_IsNoStateAndNoNote(string? context) => Assert.Equal((null, null), ContextRule.Of(context));

    [Fact]
    public void Of_TextsOfAnySize_StaysWithinTheState() =>
        Prop.ForAll<Dictionary<string, string>>(members =>
        {
            var context = members.Where(member => member.Value is not null).ToDictionary(member => member.Key, member => new string('ğ', member.Value.Length * 500));
            var (state, _) = ContextRule.Of(JsonSerializer.Serialize(context));
            return Encoding.UTF8.GetByteCount(state ?? "") <= ConversationState.MaxBytes;
        }).QuickCheckThrowOnFailure();
}
