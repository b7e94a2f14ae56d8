using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Reporting;

namespace FlowEngine.Comparing.Tests.Reporting;

public sealed class CauseTextsTests
{
    [Theory]
    [InlineData("input", "different messages")]
    [InlineData("variable:city", "'city'")]
    [InlineData("branch:3:3 output_1>3 output_2", "part at node 3: one went 3 output_1, the other 3 output_2")]
    [InlineData("branch:7:3:structure.waiting:changed", "at node 3 of flow version 7; seen in: one asks where the other answers")]
    [InlineData("branch:7:3:no_model:messages.text:wording", "without a model, at node 3; seen in: wording")]
    [InlineData("branch:7:3:captured.email:missing", "captured value 'email'")]
    [InlineData("failure:v2=none:v1=model_timeout", "V2 answered, V1 failed with model_timeout")]
    [InlineData("failure:node_failed", "failed: node_failed")]
    [InlineData("passages:knowledge.search:2", "knowledge.search answered differently at node 2")]
    [InlineData("model:small>large:messages.text:wording", "small and large")]
    [InlineData("model:small:entities.links:missing", "small answered the same input differently; seen in: links")]
    [InlineData("post_processing:v1>v2:comparator", "the comparison itself failed")]
    public void Of_AKey_SaysItInWords(string key, string said) => Assert.Contains(said, CauseTexts.Of(key), StringComparison.Ordinal);

    [Fact]
    public void Of_EveryPartOfWhatAModelIsGiven_HasWords() => Assert.All(ModelInputs.Order, part =>
    {
        var text = CauseTexts.Of($"{part}:4:entities.amounts:changed");
        Assert.EndsWith(", at node 4; seen in: amounts.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(":4", text, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("")]
    [InlineData(":::")]
    [InlineData("something new")]
    [InlineData("branch:n7 output_2 instead of output_1")]
    public void Of_AKeyOfAnotherForm_IsTheKey(string key) => Assert.Equal(key, CauseTexts.Of(key));
}
