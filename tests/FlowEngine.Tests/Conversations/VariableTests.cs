using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Tests.Conversations;

public sealed class VariableTests
{
    [Theory]
    [InlineData("name", VariableRoot.Any, "name", 0)]
    [InlineData(" name ", VariableRoot.Any, "name", 0)]
    [InlineData("walk.products.0.title", VariableRoot.Walk, "products", 2)]
    [InlineData("conversation.name", VariableRoot.Conversation, "name", 0)]
    [InlineData("message", VariableRoot.Message, "", 0)]
    [InlineData("session.user_id", VariableRoot.Session, "", 1)]
    [InlineData("tenant.name", VariableRoot.Tenant, "", 1)]
    [InlineData("now", VariableRoot.Now, "", 0)]
    [InlineData("şehir-2", VariableRoot.Any, "şehir-2", 0)]
    public void Path_WellFormed_IsParsedAndWrittenBack(string text, VariableRoot root, string name, int segments)
    {
        var path = VariablePath.TryParse(text);

        Assert.Equal((root, name, segments), (path!.Root, path.Name, path.Segments.Count));
        Assert.Equal(text.Trim(), path.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("walk")]
    [InlineData("conversation")]
    [InlineData(".a")]
    [InlineData("a..b")]
    [InlineData("a.")]
    [InlineData("a b")]
    [InlineData("a[0]")]
    [InlineData("{{a}}")]
    public void Path_Malformed_IsNone(string text) => Assert.Null(VariablePath.TryParse(text));

    [Fact]
    public void Path_LongerThanAllowed_IsNone()
    {
        Assert.NotNull(VariablePath.TryParse(new string('a', VariablePath.MaxLength)));
        Assert.Null(VariablePath.TryParse(new string('a', VariablePath.MaxLength + 1)));
    }

    [Fact]
    public void Scope_FirstWrite_LeavesWhatWasThereBefore()
    {
        var before = new Dictionary<string, Value> { ["a"] = Value.Of("1") };
        var scope = new VariableScope(before);
        Assert.Same(before, scope.Snapshot());

        scope.Set("a", Value.Of("2"));
        scope.Set("b", Value.Null);

        Assert.Equal("1", before["a"].Text);
        Assert.Equal("2", scope.Get("a").Text);
        Assert.True(scope.Contains("b"));
        Assert.False(scope.Contains("c"));
        Assert.Equal(Value.Null, scope.Get("c"));
    }

    [Fact]
    public void Scope_Cleared_IsEmptyAndCanBeWritten()
    {
        var before = new Dictionary<string, Value> { ["a"] = Value.Of("1") };
        var scope = new VariableScope(before);

        scope.Clear();
        Assert.Empty(scope.Snapshot());
        scope.Set("b", Value.Of(true));

        Assert.Equal(["b"], scope.Snapshot().Keys);
        Assert.Single(before);
    }

    [Theory]
    [InlineData("x", "of the walk")]
    [InlineData("y", "of the conversation")]
    [InlineData("conversation.x", "hidden")]
    [InlineData("walk.y", "")]
    [InlineData("message", "hi")]
    [InlineData("session.id", "s1")]
    [InlineData("tenant.name", "Acme")]
    [InlineData("now", "2026")]
    [InlineData("message.x", "")]
    public void Resolve_ByRoot_ReadsTheRightScope(string path, string value)
    {
        var variables = new Variables(
            new(new Dictionary<string, Value> { ["x"] = Value.Of("of the walk") }),
            new(new Dictionary<string, Value> { ["x"] = Value.Of("hidden"), ["y"] = Value.Of("of the conversation") }),
            new(Value.Of("hi"), Value.Object(("id", Value.Of("s1"))), Value.Object(("name", Value.Of("Acme"))), Value.Of("2026")));

        Assert.Equal(value, variables.Resolve(VariablePath.TryParse(path)!).ToString());
    }

    [Fact]
    public void Resolve_NullSetInTheWalk_HidesTheConversation()
    {
        var variables = new Variables(
            new(new Dictionary<string, Value> { ["x"] = Value.Null }),
            new(new Dictionary<string, Value> { ["x"] = Value.Of("old") }),
            new(Value.Null, Value.Null, Value.Null, Value.Null));

        Assert.Equal(Value.Null, variables.Resolve(VariablePath.TryParse("x")!));
    }
}
