using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Tests.Verdicts;

public sealed class ComparisonResultTextTests
{
    [Fact]
    public void Of_EveryResult_IsReadBack()
    {
        foreach (var result in Enum.GetValues<ComparisonResult>())
        {
            Assert.True(ComparisonResultNames.TryRead(ComparisonResultNames.Of(result), out var read));
            Assert.Equal(result, read);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Matched")]
    public void TryRead_OfUnknownText_IsFalse(string? text) => Assert.False(ComparisonResultNames.TryRead(text, out _));
}
