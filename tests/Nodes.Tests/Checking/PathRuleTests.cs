using FlowEngine.Checking;
using FlowEngine.Nodes.Tests.Harness;
using FlowEngine.Tests.Running;
using Xunit;

namespace FlowEngine.Nodes.Tests.Checking;

/// <summary>Every rule about walks with flows that have its fault, and flows that nearly have it.</summary>
public sealed class PathRuleTests
{
    private static readonly TestWorld s_world = new();

    private const string End = "\nsaid message {\"content\":\"Bye.\"} > e\ne end";

    public static TheoryData<string, string> Faulty => new()
    {
        // endless_cycle
        { "endless_cycle", "a message {\"content\":\"x\"} > b\nb condition {\"left\":\"message\",\"op\":\"contains\",\"right\":\"again\"} > a, e\ne end" },
        { "endless_cycle", "a message {\"content\":\"x\"} > b\nb condition {\"left\":\"message\",\"op\":\"contains\",\"right\":\"again\"} > j, e\nj jump {\"target\":\"a\"}\ne end" },
        { "endless_cycle", "a welcome {\"welcome_message\":\"x\"} > c\nc collect_data {\"context_key\":\"n\",\"data_type\":\"integer\",\"skip_if_known\":true} > b\nb condition {\"left\":\"conversation.n\",\"op\":\"gt\",\"right\":5} > said, c" + End },
        { "endless_cycle", "a welcome {\"welcome_message\":\"x\"} > b\nb set_variable {\"assignments\":[{\"name\":\"walk.n\",\"op\":\"add\",\"value\":1}]} > c\nc condition {\"left\":\"walk.n\",\"op\":\"lt\",\"right\":0} > said, b" + End },
        { "endless_cycle", "a welcome {\"welcome_message\":\"x\"} > b\nb sub_flow {\"flow\":\"#M\"} > c\nc condition {\"left\":\"message\",\"op\":\"equals\",\"right\":\"go\"} > said, b" + End + "\n# M\nm message {\"content\":\"y\"} > f\nf end" },

        // endless_recursion
        { "endless_recursion", "a message {\"content\":\"x\"} > b\nb sub_flow {\"flow\":\"#M\"} > e\ne end\n# M\nm message {\"content\":\"y\"} > n\nn sub_flow {\"flow\":\"#M\"} > f\nf end" },
        { "endless_recursion", "a message {\"content\":\"x\"} > b\nb sub_flow {\"flow\":\"#M\"} > e\ne end\n# M\nm message {\"content\":\"y\"} > c\nc condition {\"left\":\"message\",\"op\":\"contains\",\"right\":\"more\"} > n, f\nn sub_flow {\"flow\":\"#M\"} > f\nf end" },
        { "endless_recursion", "a message {\"content\":\"x\"} > b\nb sub_flow {\"flow\":\"#M\"} > e\ne end\n# M\nm collect_data {} > n\nn sub_flow {\"flow\":\"#N\"} > f\nf end\n# N\nk message {\"content\":\"y\"} > l\nl sub_flow {\"flow\":\"#M\"} > g\ng end" },

        // read_before_set
        { "read_before_set", "a message {\"content\":\"Hello {{walk.name}}\"} > e\ne end" },
        { "read_before_set", "a collect_data {\"context_key\":\"n\",\"min\":2,\"max_attempts\":2} > b, b\nb message {\"content\":\"Hello {{conversation.n}}\"} > e\ne end" },
        { "read_before_set", "a collect_data {\"context_key\":\"n\",\"timeout_minutes\":5} > b, b, b\nb message {\"content\":\"Hello {{n}}\"} > e\ne end" },
        { "read_before_set", "a collect_data {\"context_key\":\"n\",\"required\":false} > b\nb message {\"content\":\"Hello {{conversation.n}}\"} > e\ne end" },
        { "read_before_set", "a condition {\"left\":\"message\",\"op\":\"starts_with\",\"right\":\"q\"} > s, m\ns set_variable {\"assignments\":[{\"name\":\"x\",\"value\":\"1\"}]} > m\nm message {\"content\":\"{{conversation.x}} it is\"} > e\ne end" },
        { "read_before_set", "a message {\"content\":\"x\"} > b\nb condition {\"left\":\"walk.kind\",\"op\":\"equals\",\"right\":\"x\"} > e, e\ne end" },
        { "read_before_set", "a message {\"content\":\"x\"} > s\ns set_variable {\"assignments\":[{\"name\":\"walk.y\",\"value\":\"{{walk.nothing}}\"}]} > b\nb message {\"content\":\"{{walk.y | default:'-'}}\"} > e\ne end" },
        { "read_before_set", "a sub_flow {\"flow\":\"#M\",\"inputs\":{\"who\":\"you\"}} > e\ne end\n# M\nm message {\"content\":\"Hi {{walk.whom}}\"} > f\nf end" },
        { "read_before_set", "a sub_flow {\"flow\":\"#M\",\"outputs\":{\"got\":\"had\"}} > b\nb message {\"content\":\"Hi {{walk.had}}\"} > e\ne end\n# M\nm condition {\"left\":\"message\",\"op\":\"equals\",\"right\":\"set\"} > s, f\ns set_variable {\"scope\":\"walk\",\"assignments\":[{\"name\":\"got\",\"value\":\"1\"}]} > f\nf end" },
        { "read_before_set", "a stock_sorter > b\nb message {\"content\":\"Sorted.\"} > e\ne end" },
        { "read_before_set", "a webhook {\"url\":\"https://a.example/\",\"response_map\":{\"id\":\"id\"}} > b, b\nb message {\"content\":\"Number {{walk.id}}\"} > e\ne end" },

        // mute_path
        { "mute_path", "a welcome {\"welcome_message\":\"Hi\"} > e\ne end" },
        { "mute_path", "a condition {\"left\":\"message\",\"op\":\"has_keyword\",\"right\":[\"price*\"]} > m, e\nm message {\"content\":\"x\"} > e\ne end" },
        { "mute_path", "a collect_data {\"context_key\":\"n\"} > e\ne end" },
        { "mute_path", "a ai_response {} > e, e\ne end" },
        { "mute_path", "a sub_flow {\"flow\":\"#M\"} > e\ne end\n# M\nm switch {\"cases\":[{\"when\":{\"left\":\"message\",\"op\":\"equals\",\"right\":\"hi\"},\"port\":\"output_1\"}],\"default_port\":\"output_2\"} > n, f\nn message {\"content\":\"x\"} > f\nf end" },
        { "mute_path", "a sentiment_detection {} > m, m, m, e, m, m\nm message {\"content\":\"x\"} > e\ne end" },

        { "mute_path", "a sub_flow {\"flow\":\"#M\"} > e, e\ne end\n# M\nm ai_response {} > f\nf end" },

        // types_differ
        { "types_differ", "a set_variable {\"assignments\":[{\"name\":\"x\",\"value\":[1]}]} > b\nb collect_data {\"context_key\":\"x\",\"data_type\":\"number\"} > said" + End },
        { "types_differ", "a collect_data {\"context_key\":\"x\"} > b\nb set_variable {\"assignments\":[{\"name\":\"x\",\"op\":\"add\"}]} > said" + End },

        // incompatible_types
        { "incompatible_types", "a collect_data {\"context_key\":\"x\",\"data_type\":\"yes_no\"} > b\nb condition {\"left\":\"conversation.x\",\"op\":\"gt\",\"right\":3} > said, said" + End },
        { "incompatible_types", "a collect_data {\"context_key\":\"x\",\"data_type\":\"number\"} > b\nb condition {\"left\":\"x\",\"op\":\"equals\",\"right\":\"many\"} > said, said" + End },
        { "incompatible_types", "a condition {\"left\":\"message\",\"op\":\"lt\",\"right\":\"cheap\"} > said, said" + End },
        { "incompatible_types", "a product_search {} > b, b\nb condition {\"left\":\"walk.products\",\"op\":\"gte\",\"right\":1} > said, said" + End },

        // guard_never_changes
        { "guard_never_changes", "a set_variable {\"assignments\":[{\"name\":\"x\",\"value\":\"1\"}]} > b\nb collect_data {\"context_key\":\"n\"} > c\nc condition {\"left\":\"conversation.x\",\"op\":\"equals\",\"right\":\"2\"} > said, b" + End },

        // variable_never_read
        { "variable_never_read", "a set_variable {\"scope\":\"walk\",\"assignments\":[{\"name\":\"x\",\"value\":\"1\"}]} > said" + End },
        { "variable_never_read", "a collect_data {\"context_key\":\"x\",\"scope\":\"walk\"} > said" + End },
        { "variable_never_read", "a webhook {\"url\":\"https://a.example/\",\"response_map\":{\"id\":\"id\"}} > said, said" + End },

        // reset_in_sub_flow
        { "reset_in_sub_flow", "a sub_flow {\"flow\":\"#M\"} > said" + End + "\n# M\nm message {\"content\":\"x\"} > f\nf end {\"reset_conversation\":true}" },
    };

    public static TheoryData<string, string> Nearly => new()
    {
        { "endless_cycle", "a message {\"content\":\"x\"} > c\nc collect_data {\"context_key\":\"n\"} > b\nb condition {\"left\":\"message\",\"op\":\"contains\",\"right\":\"again\"} > a, said" + End },
        { "endless_cycle", "a message {\"content\":\"x\"} > b\nb set_variable {\"assignments\":[{\"name\":\"walk.n\",\"op\":\"add\",\"value\":1}]} > c\nc condition {\"left\":\"walk.n\",\"op\":\"gte\",\"right\":3} > e, a\ne end" },
        { "endless_cycle", "a message {\"content\":\"x\"} > b\nb set_variable {\"assignments\":[{\"name\":\"walk.n\",\"op\":\"add\",\"value\":1}]} > c\nc condition {\"left\":\"walk.n\",\"op\":\"lt\",\"right\":3} > a, e\ne end" },
        { "endless_cycle", "a message {\"content\":\"x\"} > b\nb condition {\"left\":\"walk.done\",\"op\":\"is_set\"} > e, c\nc set_variable {\"scope\":\"walk\",\"assignments\":[{\"name\":\"done\",\"value\":true}]} > b\ne end" },
        { "endless_cycle", "a message {\"content\":\"x\"} > c\nc collect_data {\"context_key\":\"n\",\"data_type\":\"integer\",\"skip_if_known\":true} > b\nb condition {\"left\":\"conversation.n\",\"op\":\"gt\",\"right\":5} > said, d\nd set_variable {\"assignments\":[{\"name\":\"n\",\"op\":\"clear\"}]} > c" + End },
        { "endless_recursion", "a message {\"content\":\"x\"} > b\nb sub_flow {\"flow\":\"#M\"} > e\ne end\n# M\nm collect_data {\"context_key\":\"n\"} > c\nc condition {\"left\":\"message\",\"op\":\"contains\",\"right\":\"more\"} > n, f\nn sub_flow {\"flow\":\"#M\"} > f\nf message {\"content\":\"x\"} > g\ng end" },
        { "read_before_set", "a message {\"content\":\"Hello {{walk.name | default:'you'}}\"} > e\ne end" },
        { "read_before_set", "a collect_data {\"context_key\":\"n\",\"min\":2} > b, c\nb message {\"content\":\"Hello {{conversation.n}}\"} > e\nc message {\"content\":\"Well.\"} > e\ne end" },
        { "read_before_set", "a collect_data {\"context_key\":\"n\",\"min\":2,\"default\":\"x\"} > b, b\nb message {\"content\":\"Hello {{conversation.n}}\"} > e\ne end" },
        { "read_before_set", "a condition {\"left\":\"conversation.n\",\"op\":\"is_set\"} > b, c\nb message {\"content\":\"Hello {{conversation.n}}\"} > e\nc collect_data {\"context_key\":\"n\"} > b\ne end" },
        { "read_before_set", "a condition {\"left\":\"conversation.n\",\"op\":\"equals\",\"right\":\"x\"} > b, c\nb message {\"content\":\"Hello {{conversation.n}}\"} > e\nc collect_data {\"context_key\":\"n\"} > b\ne end" },
        { "read_before_set", "a condition {\"all\":[{\"left\":\"walk.n\",\"op\":\"is_set\"},{\"left\":\"walk.n\",\"op\":\"equals\",\"right\":\"x\"}]} > said, said" + End },
        {
            "read_before_set",
            "a condition {\"left\":\"message\",\"op\":\"equals\",\"right\":\"q\"} > s, m\ns set_variable {\"assignments\":[{\"name\":\"x\",\"value\":\"1\"}]} > m\nm condition {\"left\":\"message\",\"op\":\"equals\",\"right\":\"q\"} > n, said\nn message {\"content\":\"{{conversation.x}} it is\"} > e" + "\nsaid message {\"content\":\"Bye.\"} > e\ne end"
        },
        { "read_before_set", "a sub_flow {\"flow\":\"#M\",\"inputs\":{\"who\":\"you\"}} > e\ne end\n# M\nm message {\"content\":\"Hi {{walk.who}}\"} > f\nf end" },
        { "read_before_set", "a collect_data {\"context_key\":\"n\"} > b\nb sub_flow {\"flow\":\"#M\"} > e\ne end\n# M\nm message {\"content\":\"Hi {{conversation.n}}\"} > f\nf end" },
        { "read_before_set", "a sub_flow {\"flow\":\"#M\"} > b\nb message {\"content\":\"Hi {{conversation.n}}\"} > e\ne end\n# M\nm collect_data {\"context_key\":\"n\"} > f\nf end" },
        { "read_before_set", "a sub_flow {\"flow\":\"other\"} > b\nb message {\"content\":\"Hi {{conversation.n}}\"} > e\ne end" },
        { "read_before_set", "a product_search {} > b, b\nb stock_sorter {} > c\nc message {\"content\":\"{{walk.products.count}} found\"} > e\ne end" },
        { "mute_path", "a welcome {\"welcome_message\":\"Hi\"} > m\nm message {\"content\":\"x\"} > e\ne end" },
        { "mute_path", "a welcome {\"welcome_message\":\"Hi\"} > e\ne end {\"closing_message\":\"Bye\"}" },
        { "mute_path", "a collect_data {\"context_key\":\"n\",\"timeout_minutes\":5} > said, said, e" + End },
        { "mute_path", "a sub_flow {\"flow\":\"#M\"} > e, e\ne end\n# M\nm message {\"content\":\"x\"} > f\nf end" },
        { "mute_path", "a condition {\"left\":\"message\",\"op\":\"equals\",\"right\":\"hi\"} > m, n\nm message {\"content\":\"x\"} > n\nn condition {\"left\":\"message\",\"op\":\"equals\",\"right\":\"hi\"} > e, said\n" + End.TrimStart() },
        { "types_differ", "a set_variable {\"assignments\":[{\"name\":\"x\",\"value\":\"0\"}]} > b\nb set_variable {\"assignments\":[{\"name\":\"x\",\"op\":\"add\"}]} > said" + End },
        { "types_differ", "a set_variable {\"assignments\":[{\"name\":\"x\",\"value\":\"a\"}]} > b\nb set_variable {\"scope\":\"walk\",\"assignments\":[{\"name\":\"x\",\"op\":\"add\"}]} > said" + End },
        { "incompatible_types", "a collect_data {\"context_key\":\"x\",\"data_type\":\"date\"} > b\nb condition {\"left\":\"conversation.x\",\"op\":\"gt\",\"right\":\"2026-01-01\"} > said, said" + End },
        { "incompatible_types", "a product_search {} > b, b\nb condition {\"left\":\"walk.products.count\",\"op\":\"gte\",\"right\":1} > said, said" + End },
        { "guard_never_changes", "b collect_data {\"context_key\":\"n\"} > c\nc condition {\"left\":\"conversation.n\",\"op\":\"equals\",\"right\":\"2\"} > said, j\nj jump {\"target\":\"b\"}\na message {\"content\":\"x\"} > b" + End },
        { "variable_never_read", "a set_variable {\"scope\":\"walk\",\"assignments\":[{\"name\":\"x\",\"value\":\"1\"}]} > b\nb context_builder {\"variables\":[\"x\"]} > said" + End },
        { "variable_never_read", "a sub_flow {\"flow\":\"#M\",\"outputs\":{\"x\":\"y\"}} > b\nb message {\"content\":\"{{walk.y | default:'-'}}\"} > e\ne end\n# M\nm set_variable {\"scope\":\"walk\",\"assignments\":[{\"name\":\"x\",\"value\":\"1\"}]} > f\nf end" },
        { "reset_in_sub_flow", "a message {\"content\":\"x\"} > e\ne end {\"reset_conversation\":true}" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Rule_OnAFlowWithTheFault_FindsIt(string code, string flow)
    {
        var check = Check(flow);

        Assert.Contains(code, check.Findings.Select(finding => finding.Code));
        Assert.DoesNotContain(check.Findings, finding => finding.Code is "configuration_invalid" or "no_start" or "several_starts" or "unreachable_node");
    }

    [Theory]
    [MemberData(nameof(Nearly))]
    public void Rule_OnAFlowThatNearlyHasTheFault_FindsNothing(string code, string flow)
    {
        var check = Check(flow);

        Assert.DoesNotContain(code, check.Findings.Select(finding => finding.Code));
        Assert.DoesNotContain(check.Findings, finding => finding.Code is "configuration_invalid" or "no_start" or "several_starts" or "unreachable_node");
    }

    private static CheckResult Check(string flow) => FlowChecker.Check(FlowText.Json(flow), new CheckContext(s_world.Registry, StartNodeId: "a"));
}
