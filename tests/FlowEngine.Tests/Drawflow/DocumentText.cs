namespace FlowEngine.Tests.Drawflow;

/// <summary>Small documents of our own, as text.</summary>
internal static class DocumentText
{
    /// <summary>Two connected nodes, as a map.</summary>
    public const string TwoNodes = """
        {
          "1": {"id":1,"name":"welcome","data":{"welcome_message":"Selam ğüş"},"class":"welcome","html":"<b>hi</b>","typenode":false,
                "inputs":{},"outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]}},"pos_x":-10.5,"pos_y":1e2},
          "2": {"id":2,"name":"end","data":{},"class":"end","html":"","typenode":false,
                "inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},"outputs":{},"pos_x":200,"pos_y":10}
        }
        """;

    /// <summary>The same as a list, with the holes that the editor leaves.</summary>
    public const string TwoNodesList = """
        [null,
          {"id":1,"name":"welcome","data":{},"class":"","html":"","typenode":false,
           "inputs":[],"outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]}},"pos_x":1,"pos_y":1},
          {"id":2,"name":"end","data":{},"class":"","html":"","typenode":false,
           "inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},"outputs":{},"pos_x":1,"pos_y":1}]
        """;

    public static string Home(string nodes) => """{"drawflow":{"Home":{"data":""" + nodes + "}}}";

    public static string Node(string id, string inputs = "{}", string outputs = "{}", string data = "{}", string? innerId = null) =>
        $$$"""{"id":{{{innerId ?? $"\"{id}\""}}},"name":"message","data":{{{data}}},"class":"","html":"","typenode":false,"inputs":{{{inputs}}},"outputs":{{{outputs}}},"pos_x":0,"pos_y":0}""";

    public static string Map(params (string Id, string Node)[] nodes) =>
        "{" + string.Join(',', nodes.Select(n => $"\"{n.Id}\":{n.Node}")) + "}";

    /// <summary>One port with the records given, each a node and the other end's port.</summary>
    public static string Port(string port, params (string Node, string Port)[] records)
    {
        var member = port.StartsWith("output", StringComparison.Ordinal) ? "output" : "input";
        return $$$"""{"{{{port}}}":{"connections":[{{{string.Join(',', records.Select(r => $$"""{"node":{{r.Node}},"{{member}}":"{{r.Port}}"}"""))}}}]}}""";
    }
}
