using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>Everybody at every door of a case over HTTP, in every state that differs: what opens is what the table of sight says.</summary>
public sealed class DoorMatrixTests
{
    [Theory]
    [InlineData(Stage.Imported)]
    [InlineData(Stage.Marked)]
    [InlineData(Stage.ReportWritten)]
    [InlineData(Stage.Reported)]
    [InlineData(Stage.ViewsInvited)]
    [InlineData(Stage.HearingPlanned)]
    [InlineData(Stage.Drafted)]
    [InlineData(Stage.CoSigned)]
    [InlineData(Stage.Notified)]
    [InlineData(Stage.MailReported)]
    [InlineData(Stage.Cleared)]
    public async Task A_door_opens_for_those_of_the_table_and_for_nobody_else(Stage stage)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        await portal.StartAsync();
        var doors = await Door.AllAsync(portal, @case);
        var wrong = new List<string>();
        var opened = 0;
        foreach (var caller in Caller.All(stage))
        {
            using var visitor = caller.Email is null ? new Visitor(portal) : await Visitor.AsAsync(portal, caller.Email);
            foreach (var door in doors)
            {
                if (await door.TryAsync(visitor, caller) is { } fault) wrong.Add(fault);
                if (door.IsOfTheCase && door.Opens(caller)) opened++;
            }
        }

        Assert.True(wrong.Count is 0, string.Join(Environment.NewLine, wrong));
        Assert.True(opened > 0, "No door of the case was to open for anybody: the table has not been read");
    }

    [Fact]
    public async Task Every_address_that_serves_something_is_in_the_matrix_or_open_to_all()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await portal.StartAsync();
        var tried = (await Door.AllAsync(portal, @case)).Select(door => door.Address.Split('?')[0]).ToArray();
        var served = portal.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !IsPage(endpoint) && !IsOpenToAll(endpoint) && !endpoint.RoutePattern.RawText!.StartsWith("/_", StringComparison.Ordinal))
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { } methods && methods.HttpMethods.Contains("GET"))
            .ToArray();
        Assert.NotEmpty(served);
        Assert.DoesNotContain(served, endpoint => !tried.Any(address => Matches(endpoint, address)));
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/openapi/v1.json")]
    [InlineData(Links.SignIn)]
    public async Task What_is_for_machines_and_strangers_is_open(string address)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.StartAsync();
        using var visitor = new Visitor(portal);
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
    }

    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.Any(item => item.GetType().Name is "ComponentTypeMetadata");

    private static bool IsOpenToAll(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool Matches(RouteEndpoint endpoint, string address) => new Microsoft.AspNetCore.Routing.Template.TemplateMatcher(
        new(endpoint.RoutePattern), []).TryMatch(address, []);
}
