using System.Text.Json;
using FlowEngine.Text;
using Xunit;

namespace FlowEngine.Tests.Text;

/// <summary>The bound of 600 on a pattern with its counts written out, to the character.</summary>
public sealed class PatternSizeTests
{
    [Theory]
    [InlineData("a{600}", "a{601}")]
    [InlineData("a{1,600}", "a{1,601}")]
    [InlineData("a{600,}", "a{601,}")]
    [InlineData("a{300}b{300}", "a{300}b{301}")]
    [InlineData("(ab){300}", "(ab){301}")]
    [InlineData("(a{30}){20}", "(a{30}){21}")]
    [InlineData("((ab){10}c){28}", "((ab){10}c){29}")]
    [InlineData(@"\d{600}", @"\d{601}")]
    [InlineData("[abc]{600}", "[abc]{601}")]
    [InlineData("[]abc]{600}", "[]abc]{601}")]
    [InlineData(@"[a\]b]{600}", @"[a\]b]{601}")]
    [InlineData("[(]{600}", "[(]{601}")]
    [InlineData(@"\({600}", @"\({601}")]
    [InlineData("(a|b){200}", "(a|b){201}")]
    public void Pattern_OfTheLargestSize_IsReadAndALargerOneIsNot(string largest, string larger)
    {
        Assert.Null(Refusal(largest));
        Assert.Contains("counts written out", Refusal(larger), StringComparison.Ordinal);
    }

    /// <summary>A brace that is no count is a sign as any other.</summary>
    [Theory]
    [InlineData("a{x}")]
    [InlineData("a{")]
    [InlineData("{a}{2,b}")]
    public void Pattern_WithBracesThatAreNoCount_IsRead(string pattern) => Assert.Null(Refusal(pattern));

    private static string? Refusal(string pattern)
    {
        var json = JsonSerializer.SerializeToElement(new { left = "a", op = "matches", right = pattern });
        return Condition.TryParse(json, out _, out var errors) ? null : Assert.Single(errors).Message;
    }
}
