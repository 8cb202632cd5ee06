from descent_widget import DescentWidget

figure = DescentWidget(optimizers="sgd momentum", steps=40, lang="en")
figure
