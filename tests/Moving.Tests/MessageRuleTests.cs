using System.Text;
using FlowEngine.Conversations;
using FlowEngine.Moving.Rows;
using FlowEngine.Moving.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace FlowEngine.Moving.Tests;

public sealed class MessageRuleTests
{
    private static readonly DateTimeOffset s_time = new(2025, 11, 4, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Carry_AnyText_KeepsItLetterByLetter() =>
        Prop.ForAll<NonNull<string>>(text => Carry("user", text.Get).Draft!.Content == text.Get).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("user", MessageRole.User)]
    [InlineData(" Human ", MessageRole.User)]
    [InlineData("assistant", MessageRole.Assistant)]
    [InlineData("ai", MessageRole.Assistant)]
    [InlineData("bot", MessageRole.Assistant)]
    [InlineData("system", MessageRole.System)]
    public void Carry_AKnownRole_IsThatRole(string role, MessageRole expected) => Assert.Equal(expected, Carry(role, "x").Draft!.Role);

    [Theory]
    [InlineData("tool", "x", MovingCodes.UnknownRole)]
    [InlineData(null, "x", MovingCodes.UnknownRole)]
    [InlineData("user", null, MovingCodes.NoContent)]
    public void Carry_WithoutRoleOrText_IsRefused(string? role, string? content, string code) => Assert.Equal(code, Carry(role, content).Refusal);

    [Fact]
    public void Carry_ATimeOfItsOwn_IsKeptAndAMissingOneIsTheConversationsAndNoted()
    {
        var own = Carry("user", "x", "2025-11-05 11:30:00");
        var missing = Carry("user", "x", null);

        Assert.Equal(new DateTimeOffset(2025, 11, 5, 11, 30, 0, TimeSpan.Zero), own.Draft!.CreatedAt);
        Assert.Empty(own.Notes);
        Assert.Equal(s_time, missing.Draft!.CreatedAt);
        Assert.Equal([MovingCodes.NoTime], missing.Notes);
    }

    [Fact]
    public void Carry_ATextEncodedTwice_IsNoted() =>
        Assert.Equal([MovingCodes.DoubleEncoded], Carry("user", Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("ığüşöç"))).Notes);

    [Theory]
    [InlineData("ığüşöçİĞÜŞÖÇ", true)]
    [InlineData("istiyorum 😀", false)]
    public void IsIn_ATextEncodedTwice_IsSeenAndTheTextItselfIsNot(string text, bool hasTurkishLetters)
    {
        var twice = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

        Assert.Equal(hasTurkishLetters, DoubleEncoding.IsIn(twice));
        Assert.False(DoubleEncoding.IsIn(text));
    }

    [Theory]
    [InlineData("""{"system":"workflow_engine_v2"}""", "v2")]
    [InlineData("""{"assistant_name":"Ayşe"}""", "v1")]
    [InlineData(null, "")]
    public void Of_TheMarksOfTheLegacy_IsTheEngineThatAnswered(string? metadata, string engine) =>
        Assert.Equal(engine, AnsweringEngine.Of(Rows.Of(("id", 1L), ("metadata", metadata))));

    [Fact]
    public void Of_ARowWithOtherBoundsBetweenItsTexts_IsAnotherHash()
    {
        var hashes = new[] { ("ab", "c"), ("a", "bc"), ("abc", ""), ("abc", null) }.Select(pair => RowHash.Of(Rows.Of(("x", pair.Item1), ("y", pair.Item2))));

        Assert.Equal(4, hashes.Distinct().Count());
    }

    private static Carried<MessageDraft> Carry(string? role, string? content, string? time = "2025-11-04 10:00:00") =>
        MessageRule.Carry(Rows.Of(("id", 1L), ("conversation_id", 1L), ("role", role), ("content", content), ("created_at", time)), s_time);
}
