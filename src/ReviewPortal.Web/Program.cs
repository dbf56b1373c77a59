using ReviewPortal.Web.Commands;

return await CommandLine.RunAsync(args);
