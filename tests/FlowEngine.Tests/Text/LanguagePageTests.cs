using FlowEngine.Text;
using Xunit;

namespace FlowEngine.Tests.Text;

/// <summary>docs/language.md says what there is.</summary>
public sealed class LanguagePageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "language.md"));

    [Fact]
    public void Page_Operators_AreThoseThatAreRead()
    {
        Assert.Contains($"`{ConditionOperators.Names}`", s_page, StringComparison.Ordinal);
        Assert.Equal(ConditionOperators.Names.Split(", ").Order(), ConditionOperators.ByName.Keys.Order());
        Assert.Equal(Enum.GetValues<ConditionOperator>().Order(), ConditionOperators.ByName.Values.Order());
    }

    [Fact]
    public void Page_Filters_AreThoseThatAreRead()
    {
        Assert.False(Template.TryParse("{{a|nosuch}}", out _, out var error));
        var known = error.Message[(error.Message.LastIndexOf(" are ", StringComparison.Ordinal) + 5)..];

        Assert.Contains($"`{known}`", s_page, StringComparison.Ordinal);
        Assert.All(known.Split(", "), name => Assert.True(Template.TryParse($"{{{{a|{name}{(name == "default" ? ":x" : "")}}}}}", out _, out _), name));
    }
}
