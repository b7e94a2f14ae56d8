namespace FlowEngine.Checking.Rules;

/// <summary>Every required port leads somewhere, and every connection leaves from a port that the node has.</summary>
internal sealed class PortRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        foreach (var module in model.Modules)
        {
            foreach (var node in module.Nodes.Values.Where(node => node.Bound?.IsValid == true))
            {
                var connected = module.From(node.Id).Where(edge => !edge.IsJump).Select(edge => edge.Output).ToHashSet();
                foreach (var port in node.Ports.Where(port => !port.Optional && !connected.Contains(port.Output)))
                {
                    yield return Finding.Error(
                        "port_not_connected",
                        node.Id,
                        $"{node.Source.Pointer}/outputs/output_{port.Output}",
                        $"{node.Name}: nothing is connected to the port '{port.Name}' (output_{port.Output}).",
                        "Connect it to the node that follows.");
                }

                var known = node.Ports.Select(port => port.Output).ToHashSet();
                foreach (var output in connected.Where(output => !known.Contains(output)))
                {
                    yield return Finding.Error(
                        "unknown_port",
                        node.Id,
                        $"{node.Source.Pointer}/outputs/output_{output}",
                        $"{node.Name}: output_{output} is connected, but a node of the type '{node.Type!.Name}' has no such port here.",
                        node.Ports.Count == 0
                            ? "Remove the connection."
                            : $"Use {string.Join(", ", node.Ports.Where(port => port.Output > 0).Select(port => $"output_{port.Output} ({port.Name})"))}.");
                }
            }
        }
    }
}
