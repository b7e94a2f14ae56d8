global using FlowEngine.Databases;
global using Xunit;
