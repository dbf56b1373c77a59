using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReviewWorkspace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Signals_Sitting_At",
                table: "Signals");

            migrationBuilder.AddColumn<string>(
                name: "LooksFor",
                table: "Suppliers",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "StatedAt",
                table: "Suppliers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatedByName",
                table: "Suppliers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Application",
                table: "Signals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Site",
                table: "Signals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Act",
                table: "SignalAnswers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Mark",
                table: "SignalAnswers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ClockRate",
                table: "Recordings",
                type: "REAL",
                nullable: false,
                defaultValue: 1.0);

            migrationBuilder.AddColumn<string>(
                name: "Messages",
                table: "Observations",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Signals",
                table: "Observations",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "SignalsAfterOwnPass",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Availabilities",
                columns: table => new
                {
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    AwayFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AwayUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MostHours = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Availabilities", x => x.Person);
                });

            migrationBuilder.CreateTable(
                name: "BsnIncidents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Track = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    From = table.Column<double>(type: "REAL", nullable: false),
                    To = table.Column<double>(type: "REAL", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    HandledByName = table.Column<string>(type: "TEXT", nullable: true),
                    HandledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Handling = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BsnIncidents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BsnIncidents_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Exhibits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mark = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Recording = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<double>(type: "REAL", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Masks = table.Column<string>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exhibits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Exhibits_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Exhibits_Recordings_Recording",
                        column: x => x.Recording,
                        principalTable: "Recordings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewRemarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstMark = table.Column<Guid>(type: "TEXT", nullable: true),
                    SecondMark = table.Column<Guid>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewRemarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewRemarks_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Signals_Sitting_At_Id_Source_Kind",
                table: "Signals",
                columns: new[] { "Sitting", "At", "Id", "Source", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_BsnIncidents_Case",
                table: "BsnIncidents",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_BsnIncidents_HandledAt",
                table: "BsnIncidents",
                column: "HandledAt");

            migrationBuilder.CreateIndex(
                name: "IX_Exhibits_Case",
                table: "Exhibits",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_Exhibits_Recording",
                table: "Exhibits",
                column: "Recording");

            migrationBuilder.CreateIndex(
                name: "IX_Exhibits_RemovedAt",
                table: "Exhibits",
                column: "RemovedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewRemarks_Case",
                table: "ReviewRemarks",
                column: "Case");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Availabilities");

            migrationBuilder.DropTable(
                name: "BsnIncidents");

            migrationBuilder.DropTable(
                name: "Exhibits");

            migrationBuilder.DropTable(
                name: "ReviewRemarks");

            migrationBuilder.DropIndex(
                name: "IX_Signals_Sitting_At_Id_Source_Kind",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "LooksFor",
                table: "Suppliers");

            migrationBuilder.DropColumn(
                name: "StatedAt",
                table: "Suppliers");

            migrationBuilder.DropColumn(
                name: "StatedByName",
                table: "Suppliers");

            migrationBuilder.DropColumn(
                name: "Application",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "Site",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "Act",
                table: "SignalAnswers");

            migrationBuilder.DropColumn(
                name: "Mark",
                table: "SignalAnswers");

            migrationBuilder.DropColumn(
                name: "ClockRate",
                table: "Recordings");

            migrationBuilder.DropColumn(
                name: "Messages",
                table: "Observations");

            migrationBuilder.DropColumn(
                name: "Signals",
                table: "Observations");

            migrationBuilder.DropColumn(
                name: "SignalsAfterOwnPass",
                table: "AspNetUsers");

            migrationBuilder.CreateIndex(
                name: "IX_Signals_Sitting_At",
                table: "Signals",
                columns: new[] { "Sitting", "At" });
        }
    }
}
