using FlowEngine.Moving.Rows;
using FlowEngine.Moving.Rules;

namespace FlowEngine.Moving.Tests;

public sealed class SettingRuleTests
{
    [Theory]
    [InlineData("string", "x", null)]
    [InlineData("integer", "5", null)]
    [InlineData("integer", "five", MovingCodes.ValueNotOfType)]
    [InlineData("boolean", "true", null)]
    [InlineData("boolean", "evet", MovingCodes.ValueNotOfType)]
    [InlineData("json", """{"a":1}""", null)]
    [InlineData("json", """{"a":""", MovingCodes.ValueNotOfType)]
    [InlineData("array", "[1]", null)]
    public void Carry_ADirectiveOfAType_KeepsItsValueAndSaysWhereItIsNone(string type, string value, string? note)
    {
        var carried = DirectiveRule.Carry(Directive(("directive_type", type), ("directive_value", value)));

        Assert.Equal((value, type), (carried.Draft!.Value, carried.Draft.Type));
        Assert.Equal(note is null ? [] : [note], carried.Notes);
    }

    [Theory]
    [InlineData("tenant_id", null, MovingCodes.NoTenant)]
    [InlineData("directive_key", "", MovingCodes.NoKey)]
    [InlineData("directive_value", null, MovingCodes.NoValue)]
    [InlineData("directive_type", "float", MovingCodes.UnknownType)]
    public void Carry_ADirectiveThatSaysNothing_IsRefused(string column, string? value, string code) =>
        Assert.Equal(code, DirectiveRule.Carry(Directive((column, value))).Refusal);

    [Fact]
    public void Carry_AConfigurationWithAKey_LeavesTheKeyAndSaysSo()
    {
        var carried = AiConfigurationRule.Carry(Rows.Of(
            ("id", 1L), ("tenant_id", 1L), ("name", "ana"), ("provider", "openai"), ("model", "gpt-4o-mini"), ("api_key", "sk-1"), ("is_active", 1L)));

        Assert.Equal([MovingCodes.SecretLeft, MovingCodes.SwitchedOff], carried.Notes);
        Assert.DoesNotContain("sk-1", carried.Draft!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Carry_APromptOfEitherGeneration_FindsItsText()
    {
        string? Text(string column) => PromptRule.Carry(Rows.Of(("id", 1L), ("tenant_id", 1L), ("name", "Satış"), (column, "Sen..."))).Draft?.Text;

        Assert.Equal(("Sen...", "Sen..."), (Text("content"), Text("prompt")));
    }

    [Fact]
    public void Carry_ANodeType_TakesTheSwitchesOfThoseThatAreKnown()
    {
        var carried = NodeTypeRule.Carry(
            Rows.Of(("id", 1L), ("node_key", "condition"), ("is_global", 0L), ("is_active", 1L), ("tenant_whitelist", "[1,\"x\",3]")), key => key == "condition");

        Assert.Equal((false, true), (carried.Draft!.IsGlobal, carried.Draft.IsActive));
        Assert.Equal([1, 3], carried.Draft.Tenants);
        Assert.Equal(MovingCodes.UnknownNodeType, NodeTypeRule.Carry(Rows.Of(("node_key", "quotation")), _ => false).Refusal);
    }

    [Fact]
    public void Carry_AFlow_GivesItANameThatFlowsMayHave()
    {
        const string Data = """{"nodes":[{"id":"node_1","type":"welcome","config":{"welcome_message":"Merhaba","next_node":"node_2"}},{"id":"node_2","type":"end","config":[]}],"edges":[]}""";

        var flow = FlowDraftRule.Carry(Rows.Of(("id", 3L), ("flow_name", "Mağaza Akışı (2)"), ("flow_data", Data), ("start_node_id", "node_1"))).Draft!;

        Assert.Equal(("magaza-akisi-2", "node_1", false), (flow.Name, flow.StartNodeId, flow.HasDecisions));
        Assert.Contains("Mağaza Akışı (2)", flow.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"nodes":[{"id":""")]
    [InlineData("""{"nodes":[]}""")]
    public void Carry_AFlowWithoutNodes_IsRefused(string? data) =>
        Assert.Equal(MovingCodes.NoFlow, FlowDraftRule.Carry(Rows.Of(("id", 3L), ("flow_name", "x"), ("flow_data", data))).Refusal);

    private static LegacyRow Directive(params (string Name, object? Value)[] columns) =>
        Rows.Of([.. new (string Name, object? Value)[] { ("id", 1L), ("tenant_id", 1L), ("directive_key", "k"), ("directive_value", "v"), ("directive_type", "string") }
            .Where(column => columns.All(other => other.Name != column.Name)), .. columns]);
}
