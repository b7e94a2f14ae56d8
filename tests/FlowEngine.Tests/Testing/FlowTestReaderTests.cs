using FlowEngine.Testing.Scripts;
using Xunit;

namespace FlowEngine.Tests.Testing;

public sealed class FlowTestReaderTests
{
    [Theory]
    [InlineData("{ \"nmae\": \"x\", \"turns\": [ { \"say\": \"a\" } ] }", "/nmae", "name")]
    [InlineData("{ \"name\": \"x\", \"turns\": [ { \"sya\": \"a\" } ] }", "/turns/0/sya", "say")]
    [InlineData("{ \"name\": \"x\", \"turns\": [ { \"say\": \"a\", \"expect\": { \"containz\": \"b\" } } ] }", "/turns/0/expect/containz", "contains")]
    [InlineData("{ \"name\": \"x\", \"turns\": [ { \"say\": \"a\", \"expect\": { \"messages\": [ { \"txt\": \"b\" } ] } } ] }", "/turns/0/expect/messages/0/txt", "text")]
    [InlineData("{ \"name\": \"x\", \"stand_ins\": { \"htpp\": [] }, \"turns\": [ { \"say\": \"a\" } ] }", "/stand_ins/htpp", "http")]
    [InlineData("{ \"name\": \"x\", \"turns\": [ { \"say\": \"a\", \"expect\": { \"variables\": { \"v\": { \"is_st\": true } } } } ] }", "/turns/0/expect/variables", "is_set")]
    [InlineData("{ \"name\": \"x\", \"turns\": [ { \"say\": \"a\", \"expect\": { \"failure\": \"no_caze\" } } ] }", "/turns/0/expect/failure", "no_case")]
    [InlineData("{ \"name\": \"x\", \"turns\": [ { \"say\": \"a\", \"expect\": { \"kind\": \"questoin\" } } ] }", "/turns/0/expect/kind", "question")]
    public void Read_WithMisspeltMember_NamesThePlaceAndTheNearName(string script, string pointer, string near)
    {
        var reading = FlowTestReader.Read(script);

        Assert.Null(reading.Test);
        Assert.Contains(reading.Faults, fault =>
            fault.Pointer.StartsWith(pointer, StringComparison.Ordinal) && $"{fault.Message} {fault.Fix}".Contains(near, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ \"name\": \"x\", \"turns\": [ { \"say\": \"a\", \"expect\": { \"quick_replies\": [] } } ] }")]
    [InlineData("{ \"name\": \"x\", \"turns\": [ { \"say\": \"a\", \"expect\": { \"messages\": [ { \"text\": \"\" } ] } } ] }")]
    [InlineData("{ \"name\": \"x\", \"turns\": [] }")]
    [InlineData("{ \"name\": \"x\", \"turns\": [ {} ] }")]
    [InlineData("{ \"name\": \"x\", \"turns\": [ { \"say\": \"a\", \"advance\": \"1m\" } ] }")]
    [InlineData("{ \"name\": \"x\", \"turns\": [ { \"advance\": \"1 hour\" } ] }")]
    [InlineData("{ \"name\": \"x\", \"turns\": [ { \"advance\": \"0s\" } ] }")]
    [InlineData("{ \"name\": \"x\", \"language\": \"english\", \"turns\": [ { \"say\": \"a\" } ] }")]
    [InlineData("{ \"name\": \"x\", \"stand_ins\": { \"model\": [ {} ] }, \"turns\": [ { \"say\": \"a\" } ] }")]
    [InlineData("{ \"name\": \"x\", \"turns\": [ { \"say\": \"a\", \"expect\": { \"matches\": \"(?=b)\" } } ] }")]
    [InlineData("{ \"name\": \"x\", \"name\": \"y\", \"turns\": [ { \"say\": \"a\" } ] }")]
    [InlineData("{ \"turns\": [ { \"say\": \"a\" } ] }")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{ \"name\": ")]
    public void Read_OfWhatIsNoScript_IsAFault(string script)
    {
        var reading = FlowTestReader.Read(script);

        Assert.Null(reading.Test);
        Assert.NotEmpty(reading.Faults);
        Assert.All(reading.Faults, fault => Assert.False(string.IsNullOrWhiteSpace(fault.Fix)));
    }

    [Fact]
    public void Read_WithFaultsOnSeveralLines_TellsEachLine()
    {
        var reading = FlowTestReader.Read("{\n  \"name\": \"x\",\n  \"turns\": [\n    { \"say\": \"a\" },\n    {\n      \"sai\": \"b\"\n    }\n  ],\n  \"lang\": 1\n}");

        Assert.Equal([6, 9], reading.Faults.Select(fault => fault.Line).Order());
    }

    [Fact]
    public void Write_OfEveryMember_IsReadAsTheSameScript()
    {
        var script = Bench.Read(
            """
            {
              "name": "all", "flow": "main", "note": "n", "language": "tr", "now": "2026-01-02T03:04:05Z", "user_id": "u",
              "metadata": { "page": "home" }, "variables": { "a": [1, true, null, "x"] },
              "stand_ins": {
                "model": [{ "contains": "a", "matches": "b+", "answer": "c", "times": 2 }, { "fails": "model_timeout" }],
                "http": [{ "url": "https://x/*", "method": "POST", "contains": "z", "status": 500, "body": { "a": 1 } }],
                "nodes": [{ "node": "3", "fails": "node_timeout" }], "empty_catalog": true
              },
              "turns": [
                { "say": "hi", "note": "first", "expect": {
                  "text": "t", "contains": ["a", "b"], "not_contains": "c", "matches": "d", "kind": "question", "quick_replies": ["x"],
                  "message_count": 1, "messages": [{ "text": "t", "kind": "text" }], "path": ["1", "2"], "path_contains": "2",
                  "variables": { "a": 1, "b": { "is_set": true }, "c": { "absent": true }, "d": { "equals": { "e": 1 } } },
                  "waiting": "2", "ended": false, "failure": "none", "effects": [{ "type": "lead", "node": "3", "payload": { "a": 1 } }], "effect_count": 1 } },
                { "choose": "x" },
                { "advance": "90s" }, { "advance": "2h" }, { "advance": "3d" }, { "advance": "4m" }
              ]
            }
            """);

        var once = FlowTestWriter.Write(script);

        Assert.Equal(once, FlowTestWriter.Write(Bench.Read(once)));
        Assert.Equal(["90s", "2h", "3d", "4m"], script.Turns.Skip(2).Select(turn => turn.Advance!.ToString()));
        Assert.Contains("\"equals\": {", once, StringComparison.Ordinal);
    }
}
